## Repair: the least change after something has happened
cli-repair-about = repair a released programme after changes, changing the fewest agendas
cli-changes-help = a changes.json: what has happened since the release
cli-repair-output-help = the folder for programme.json, programme.xlsx, repair.json, changes.html, the changed mission, and the agendas and calendars of those affected (default: the repair as JSON on standard output)
cli-repair-bug = The referee refuses this repair, so that it is not written. Please report this as a bug.
cli-repair-begun = What has begun breaks these rules by itself; nothing can be repaired before that is put right:
cli-repaired-optimal = Repaired and checked by the referee; no repair changes less.{ $path ->
        [none] {""}
       *[other] {" "}Written to { $path }.
    }
cli-repaired-feasible = Repaired and checked by the referee; a repair that changes less may exist.{ $path ->
        [none] {""}
       *[other] {" "}Written to { $path }.
    }
goal-repair_fixed_lost = Agreements that cannot be kept
goal-repair_must_lost = Must meetings lost
goal-repair_want_lost = Wanted meetings lost
goal-repair_companies = Companies whose agenda changes
goal-repair_suggestions_lost = Suggested meetings lost
goal-repair_moved = Meetings moved
goal-repair_shift = Minutes moved, all together
goal-repair_tables = Other changes of table
goal-repair_interpreters = Other changes of interpreter
repair-title = Changes to the programme
repair-told = Who must be told what
repair-goals = What the repair costs
repair-alternatives = What could be done instead
repair-organiser = For the organiser: the small lines under a change are not for the companies.
repair-nothing = Nothing changes.
repair-summary = { $companies ->
        [0] No agenda changes
        [one] { $companies } company’s agenda changes
       *[other] { $companies } companies’ agendas change
    }: { $moved } moved, { $reseated } at another table, { $reinterpreted } with another interpreter, { $added } added, { $lost } lost.
repair-company = { $company } must be told:
repair-when = { $day }, { $time }
repair-meeting-moved = The meeting with { $company } on { $before } is now on { $after }. Place: { $place }.
repair-meeting-reseated = The meeting with { $company } on { $after } is now at { $place }.
repair-meeting-reinterpreted = The interpreter of the meeting with { $company } on { $after } is now { $interpreter }.
repair-meeting-added = New: a meeting with { $company } on { $after }. Place: { $place }.
repair-meeting-lost = The meeting with { $company } on { $before } does not take place.
repair-block-moved = { $block }: not { $before }, but { $after }. Place: { $place }.
repair-block-off = { $block }, { $time }: no longer in the agenda.
repair-block-on = { $block }, { $time }: new in the agenda.
repair-was-fixed = It had been agreed beforehand; the agreement cannot be kept.
repair-withdrawn = It is not wanted any more.
repair-not-asked-for = Nobody had asked for it, and there was no room for it without more changes.
repair-goal = { $goal }: { $value } (at least: { $bound })
repair-goal-proved = { $goal }: { $value } (proved: not fewer)
repair-instead = { $goal }: { $value } instead of { $instead }
repair-would-meet = Would meet: { $companies } on { $time }
repair-alternative-fewer-companies = Instead, fewer agendas could change:
repair-alternative-more-suggestions = Instead, more suggested meetings could be kept:
repair-alternative-fill = Instead, meetings that were left out before could come in:
reason-too-late = All slots that admit both { $companies } have begun.
repair-problem = { $file }, { $place }: { $problem }
changes-right = { $problem } Right would be: { $expected }
changes-not-an-object = Something in braces is expected here.
changes-wrong-format = “{ $value }” is not the format of changes.
changes-not-a-list = A list of changes is expected here.
changes-unknown-field = “{ $value }” is not known here.
changes-unknown-kind = There is no change of the kind “{ $value }”.
changes-missing = This must be given.
changes-not-text = { $value } is no text in quotes.
changes-not-a-moment = “{ $value }” is no date and time.
changes-unknown-value = “{ $value }” is not possible here.
changes-unknown-company = There is no company with the code “{ $value }”.
changes-unknown-interpreter = There is no interpreter with the code “{ $value }”.
changes-unknown-table = There is no table “{ $value }”.
changes-ambiguous-table = “{ $value }” can mean several tables.
changes-unknown-block = No block of the programme is { $value }.
changes-ambiguous-block = { $value } can mean several blocks.
changes-block-gone = The block { $value } is cancelled by a change before.
changes-ends-before-start = The end, { $value }, must be after the start, { $expected }.
changes-not-on-a-day = { $value }: a block begins and ends on one day of the mission.
changes-not-shorter = { $value } is not within the block as it was.
changes-has-begun = { $value } is before “now”: what has begun is frozen.
changes-meets-itself = “{ $value }” cannot meet itself.
changes-already-there = { $value } meet already.
changes-avoided = { $value }: one of the two does not wish to meet the other. Change that request first.
changes-no-such-meeting = { $value } neither meet nor asked to.
changes-meeting-begun = The meeting { $value } has begun: it is frozen.
