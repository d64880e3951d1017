## Releasing: what stands in the way, and who is told
release-title = Release the programme
release-against = Against release { $number } “{ $name }”:
release-first = { $n ->
    [one] The first release, with { $n } meeting.
   *[other] The first release, with { $n } meetings.
}
release-clearance = Clearance
release-lacking = Who lacks it
release-cleared = Everybody in this programme is cleared.
release-blocked = { $n ->
    [one] { $n } clearance is missing, and the mission does not release without.
   *[other] { $n } clearances are missing, and the mission does not release without.
}
release-warned = { $n ->
    [one] { $n } clearance is missing. You can release all the same if you say why.
   *[other] { $n } clearances are missing. You can release all the same if you say why.
}
release-ignored = { $n ->
    [one] { $n } clearance is missing. The mission releases all the same.
   *[other] { $n } clearances are missing. The mission releases all the same.
}
release-name = Name of the release
release-name-hint = Everybody sees it: “Provisional programme”, “After the delayed flight”.
release-reason = Reason for releasing without clearance
release-reason-hint = It goes into the audit trail, for the neutral desk alone.
release-do = Release
release-done = Released: { $number } · { $name }.
clearance-rule-rule = While a clearance is missing
clearance-rule-warn = warn, and ask for a reason
clearance-rule-block = do not release
clearance-rule-ignore = release all the same
clearance-rule-do = Set
clearance-rule-warn-said = A release now warns of missing clearances.
clearance-rule-block-said = Nothing is released now while a clearance is missing.
clearance-rule-ignore-said = A release now pays no heed to missing clearances.
audit-clearance-rule-set = Set what a release does about missing clearances
audit-released-uncleared = Released although clearances were missing
web-error-clearance-missing = Not released: a clearance is missing
web-error-clearance-missing-text = The mission releases nothing while a clearance is missing. The page of the release says whose.
web-error-reason-missing = Not released: say why
web-error-reason-missing-text = A clearance is missing. Go back and give a reason for releasing all the same.
releases-lead-own = Every programme that was released, and what each changed for you.
releases-nothing-for-you = Nothing changed for you.
news-first = Your programme is released.
news-title = { $n ->
    [one] { $n } change for you since release { $number } “{ $name }”
   *[other] { $n } changes for you since release { $number } “{ $name }”
}
news-nothing = Nothing has changed for you since release { $number } “{ $name }”.
news-do = I have seen it
news-seen = Thank you: the organiser knows that you have seen it.
