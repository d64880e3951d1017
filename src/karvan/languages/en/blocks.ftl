## The plan of days
nav-plan = Plan of days
plan-new = Add a block
plan-new-here = Add a block on this day
plan-change = Change a block
plan-remove = Remove the block
plan-removed = Removed blocks
plan-bring-back = Bring back
plan-nothing-that-day = Nothing is planned on this day yet.
plan-slots-per-table = { $n ->
    [one] one slot at each table
   *[other] { $n } slots at each table
}
plan-room-for = { $n ->
    [one] room for one company
   *[other] room for { $n } companies
}
plan-by-choice = companies are assigned
plan-date = Day
plan-start = From
plan-end = Until
plan-kind = What happens
plan-title-in = Title in { $language }
plan-venue = Venue
plan-venue-hint = Choose a known one or write a new one. Meetings without a venue are held wherever there are tables.
plan-companies = Who takes part
plan-companies-hint = A whole side, or companies by name. For meetings: who may meet in this block.
plan-capacity = Capacity
plan-capacity-hint = For visits: how many companies there is room for.
plan-is-choice = Companies are assigned to this visit up to its capacity
plan-is-choice-hint = Otherwise everybody named above takes part.
plan-domains = Only these fields of technology
plan-domains-hint = For meetings: only companies that share one of them, or asked for each other, meet here. None: all.
plan-everybody = Both sides, everybody
plan-yes = yes
plan-no = no
plan-save = Save
plan-save-hint = Should the change touch meetings or slots, you see it before anything is saved.
plan-save-anyway = Save the change
plan-cancel = Cancel
plan-back = Back, save nothing
plan-min-value = At least { $limit }, please.
plan-max-value = At most { $limit }, please.
plan-outdated = Nothing of yours has been saved. Look at what differs; saving now puts your version in place of theirs.
plan-field = Field
plan-theirs = As it is now
plan-mine = As you entered it
plan-said-added = The block has been added.
plan-said-changed = The block has been changed.
plan-said-removed = The block has been removed.
plan-said-back = The block is back.
plan-said-order = The running order has been saved.
plan-effect = What this change would do
plan-effect-lead = Nothing has been saved yet.
plan-effect-meetings = Meetings of the released programme
plan-effect-touched = { $n ->
    [one] One meeting would break a rule.
   *[other] { $n } meetings would break a rule.
}
plan-effect-unvisited = { $n ->
    [one] One company was assigned to this visit:
   *[other] { $n } companies were assigned to this visit:
}
plan-effect-kept = The released programme stays as it is. These meetings need another slot in the next one.
plan-effect-none = No meeting is touched.
plan-effect-unreleased = No programme has been released yet, so no meeting is touched.
plan-effect-slots = Slots
plan-effect-gone = { $n ->
    [one] One slot disappears
   *[other] { $n } slots disappear
}
plan-effect-added = { $n ->
    [one] One slot is added
   *[other] { $n } slots are added
}
plan-effect-odd = Please look at this, too
plan-running-order = Running order
plan-items = { $n ->
    [one] Running order: one item
   *[other] Running order: { $n } items
}
plan-item = Item { $number }
plan-order = Place
plan-minutes = Minutes
plan-company = Company of the speaker
plan-is-pitch = Pitch: the company presents itself
plan-pitch = Pitch
plan-order-empty = There is no running order yet. Enter the first items below; their times are computed.
plan-overrun = { $n ->
    [one] Runs over by one minute
   *[other] Runs over by { $n } minutes
}
form-problem-bad-date = This is no date for certain. Please write it like 2025-12-03 or 1404/09/12.
form-problem-bad-time = This is no time of day. Please write it like 09:30.
audit-block-added = Block added to the plan
audit-block-changed = Block of the plan changed
audit-block-removed = Block removed from the plan
audit-block-brought-back = Removed block brought back
audit-running-order-set = Running order changed
