## Clearance
nav-group-care = Care
nav-clearances = Clearance
clearance-lead = Sanctions and export control: a named person clears each company, and each meeting in which technology could change hands.
clearance-count = { $n ->
    [0] Everything is cleared: { $total } of { $total }.
    [one] { $n } of { $total } is not cleared.
   *[other] { $n } of { $total } are not cleared.
}
clearance-state = State
clearance-any = All
clearance-show = Show
clearance-what = Company or meeting
clearance-side = Side
clearance-meeting = Meeting
clearance-decided-by = Decided by
clearance-decided-on = Decided on
clearance-basis = Basis
clearance-basis-hint = What it rests on: the lists that were searched, a letter, a licence, with its date.
clearance-valid-until = Good until
clearance-valid-until-hint = Empty: for the whole mission.
clearance-enter = Enter a decision
clearance-do = Keep the decision
clearance-empty = Nothing here fits. Choose another state, or add companies first.
clearance-history = Decisions so far
clearance-why = Both name technology transfer or joint production, so this meeting needs a clearance of its own.
clearance-cleared = Cleared
clearance-refused = Refused
clearance-open = Open
form-problem-in-future = This day is still to come.
form-problem-in-past = This day is over.
audit-clearance-decided = Decided about a clearance
