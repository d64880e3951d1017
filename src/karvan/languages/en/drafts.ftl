## Drafts, the scheduler's grid, jobs, releases
nav-group-scheduling = Scheduling
nav-drafts = Scheduler
nav-releases = Releases
drafts-title = Drafts
drafts-lead = A draft is the programme before its release. Only the neutral desk sees it.
drafts-empty = There is no draft yet. Give one a name; then let the scheduler fill it, or place meetings by hand.
draft-name = Name of the draft
draft-new = New draft
draft-number = Draft { $number }
draft-copy-of = copy of “{ $name }”
draft-changed-by = Last changed by { $name }
draft-sound = The referee finds no rule broken.
draft-was-undone = Taken back.
draft-was-redone = Done again.
draft-was-queued = The scheduler has been asked. What it finds comes as one move that can be taken back.
draft-was-stopped = The scheduler stops, and what it has is kept.
draft-copy-named = { $name } – what if
draft-copy-make = Make the copy
draft-hand-why = Why it is not placed
draft-now = it is here now
draft-put-back = Put back where it was; nothing was changed.
draft-lost = The server does not answer. Nothing was changed; try again.
draft-keys = Drag a meeting, or tap it and then a free cell. By keyboard: Enter picks up, arrows go from cell to cell (with Shift to the next free one), Enter puts down, Esc puts back; Ctrl+Z takes back.
draft-lifted = { $names } picked up. { $n ->
    [0] No free cell on this day.
    [one] One free cell on this day.
    *[other] { $n } free cells on this day.
  }
draft-day-free = { $n ->
    [one] one free
    *[other] { $n } free
  }
draft-verdict = What the referee says
draft-broken = The referee finds { $n ->
    [one] one violation
    *[other] { $n } violations
  }.
draft-rules = Which
draft-waiting = { $n ->
    [0] all requested meetings placed
    [one] one requested meeting not placed
    *[other] { $n } requested meetings not placed
  }
draft-undo = Undo
draft-redo = Redo
draft-fill = Fill empty slots only
draft-regenerate = Regenerate all but locked
draft-copy = Copy to try
draft-copy-name = Name of the copy
draft-release = Release
draft-search = The scheduler
draft-search-at = { $goal }: { $placed } of { $total } placed after { $seconds } s
draft-search-changed = { $placed } placed, { $moved } moved, { $taken } taken out; “Undo” takes all of it back.
draft-search-before = Goals settled before
draft-search-other = The draft was changed meanwhile: the answer is in a draft of its own.
draft-curve = The best value (line) and the bound (dashes) over time
draft-best = Best { $value }
draft-bound = bound { $bound }
draft-gap = gap
draft-stop = Stop and keep the best
draft-hand = The meeting in hand
draft-hand-free = { $n ->
    [0] No free place on this day.
    [one] One free place on this day.
    *[other] { $n } free places on this day.
  }
draft-hand-drop = Put back (Esc)
draft-lock = Lock
draft-unlock = Unlock
draft-locked = locked
draft-take-out = Back to the tray
draft-tray = Not placed
draft-tray-empty = Every meeting that was asked for is placed.
draft-level-fixed = agreed
draft-level-must = must
draft-level-want = want
draft-grid = Tables and slots
draft-here = here
draft-no-slots = The mission has no block for meetings yet. Add one to the programme first.
draft-log = Last moves
draft-log-empty = Nothing has been moved yet.
draft-undone = undone
move-placed = A meeting was placed
move-moved = A meeting was moved
move-taken-out = A meeting went back to the tray
move-locked = A meeting was locked
move-unlocked = A meeting was unlocked
move-filled = The scheduler filled empty slots
move-regenerated = The scheduler drew the draft up again
place-fixed = agreed otherwise
place-within-block = outside their block
place-block-domain = other domains
place-company-away = { $company }: away
place-attendance = { $company }: another event
place-travel = { $company }: on the way
place-one-at-a-time = { $company }: another meeting
place-daily-limit = { $company }: daily limit reached
place-table = table taken
place-home-table = { $company } always sits elsewhere
place-interpreter-needed = no interpreter
place-avoid = no wish to meet
place-same-side = one side
job-status-queued = Queued
job-status-running = Running
job-status-done = Done
job-status-stopped = Stopped
job-status-failed = Failed
job-problem-broken = Something of ours broke; the log has the details. Try again.
job-problem-worker-lost = Its worker died twice. Try again, or with less time.
web-error-job-open = It is under way already
web-error-job-open-text = The same work is queued or running. Wait for it, or stop it first.
web-error-draft-stale = Somebody else was faster
web-error-draft-stale-text = The draft has been changed since you opened it. Nothing of yours was written over theirs. Go back, load the page anew and look.
web-error-draft-taken = It is taken
web-error-draft-taken-text = The table, an interpreter or one of the companies is booked for another meeting then. Nothing was changed.
web-error-draft-blocked = It does not fit there
web-error-draft-blocked-text = A rule is in the way. Go back: every cell says why.
web-error-draft-broken = Not released
web-error-draft-broken-text = The referee finds something wrong, or nothing is placed. The draft says what; mend it first.
releases-lead = Every programme that was released stays as it was. Open one to see what changed.
releases-name = Release
releases-at = When
releases-by = Released by
releases-first = The first release, or one whose predecessor is not kept.
