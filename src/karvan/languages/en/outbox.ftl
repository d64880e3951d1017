## The outbox of a release
nav-outbox = Outbox
outbox-lead = Only those whose agenda or roster is not what they were told last get a letter, each in their own language. Look at them, hold single ones back, then send.
outbox-words = Change the words
outbox-nothing-released = Nothing has been released yet. With the first release, the letters that tell of it wait here.
outbox-empty = Nobody has to be told: no agenda differs from what its people know.
outbox-none-of-these = No letter stands there.
outbox-send = { $n ->
    [one] Send { $n } letter
   *[other] Send { $n } letters
}
outbox-again = Try again what failed
outbox-prepare = Look for new people
outbox-prepared = { $n ->
    [0] Everybody who must be told has a letter.
    [one] { $n } new letter.
   *[other] { $n } new letters.
}
outbox-stop = Stop sending
outbox-progress = { $done } of { $total }
outbox-result = Sent: { $sent } · failed: { $failed } · waiting: { $left }
outbox-seen = { $members ->
    [one] { $seen } of { $members } reader with an account has seen it.
   *[other] { $seen } of { $members } readers with an account have seen it.
}
outbox-filter = Which letters
outbox-all = All
outbox-unseen = Not yet seen
outbox-to = To
outbox-whose = For
outbox-why = Why
outbox-state = State
outbox-seen-at = Seen
outbox-not-seen = not yet
outbox-no-account = no account
outbox-actions = Actions
outbox-hold = Hold back
outbox-bring-back = Bring back
outbox-held = Held back: { $name }.
outbox-brought-back = Waits to be sent: { $name }.
outbox-change-words = Change the words
outbox-first = { $n ->
    [one] The first programme: { $n } entry
   *[other] The first programme: { $n } entries
}
outbox-changes = { $n ->
    [one] { $n } change since release { $since }
   *[other] { $n } changes since release { $since }
}
outbox-state-waiting = Waiting
outbox-state-held = Held back
outbox-state-queued = Queued
outbox-state-sending = Going out
outbox-state-sent = Sent
outbox-state-failed = Failed
outbox-state-superseded = Superseded
outbox-problem-refused = The mail server refuses the address.
outbox-problem-server = The mail server could not be reached.
outbox-problem-unsure = The work broke off: it may have gone out.
outbox-files = Attached
outbox-file-publish = the agenda for a calendar
outbox-file-cancel = takes a cancelled entry out of the calendar
audit-letters-prepared = Prepared letters about a release
audit-letters-queued = Had letters about a release sent
audit-letter-held = Held a letter back
audit-letter-brought-back = Brought a letter back
audit-programme-seen = Has seen a release
web-error-letter-gone = Too late
web-error-letter-gone-text = The letter has gone out already, or a later release has taken its place. Load the outbox anew.
web-error-nothing-to-send = Nothing to send
web-error-nothing-to-send-text = No letter is waiting. Load the outbox anew.
