## When companies' people cannot meet
nav-availability = Availability
availability-lead = Tick when somebody cannot meet. Nothing ticked: they always can. While one of your people can meet, your company can.
availability-closed = Availability is closed in this phase. Please tell the organiser what has changed.
availability-given = You have told us. You can still change it.
availability-everybody = Our company
availability-whole-day = Away all day
availability-away = Days and slots
availability-reason = Why
availability-reason-hint = Only the organiser’s desk reads it.
availability-save-hint = Also if everybody can always meet: then we know.
availability-saved = Your availability is saved.
availability-undone = It is as it was before.
availability-given-title = Said by the companies themselves
availability-given-lead = The scheduler keeps free when all people of a company are away. To change it, act on the company’s behalf.
availability-company = Company
availability-person = Person
activity-availability = Availability
owed-availability = Availability not given
debts-of-availability = { $n ->
    [one] company without availability
   *[other] companies without availability
}
audit-availability-given = Said when a company’s people cannot meet
audit-availability-taken-back = Took back what was said of a company’s time
