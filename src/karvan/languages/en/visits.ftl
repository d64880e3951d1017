## Visits that companies choose
nav-visit-choice = Visits
nav-visit-places = Places on visits
visits-lead = Choose the visits that your company goes on. First come, first served.
visits-closed = Visits cannot be chosen in this phase. Please tell the organiser what you would like.
visits-none = There is no visit for your company to choose.
visits-none-planned = No visit of the plan is a choice.
visits-places-lead = Who has taken which places. Companies without one may still be assigned when the programme is drawn up.
visits-nobody = Nobody yet.
visits-unlimited = { $n ->
    [0] Room for everybody
    [one] Room for everybody; { $n } company goes
   *[other] Room for everybody; { $n } companies go
}
visits-left = { $left ->
    [0] No place left of { $total }
    [one] { $left } place left of { $total }
   *[other] { $left } places left of { $total }
}
visits-taken = Places taken
visits-yours = Your company goes
visits-take = Take a place
visits-leave = Give the place free
visits-full = All places are taken
visits-clash = At that time you are here:
visits-nowhere = We go on no visit
visits-nowhere-said = You have said that your company goes on no visit.
visits-somewhere = We may go on one after all
visits-said-taken = You have a place.
visits-said-left = The place is free again.
visits-said-nowhere = Noted: your company goes on no visit.
visits-said-somewhere = Noted: your company may go on visits.
visits-said-visit-full = Others were faster: all places on this visit are taken. Perhaps another one suits you.
visits-said-visit-clash = Your company is somewhere else at that time. Give that place free first.
activity-visits = Visits
owed-visits = No visit chosen
debts-of-visits = { $n ->
    [one] company that has chosen no visit
   *[other] companies that have chosen no visit
}
audit-visit-taken = Took a place on a visit
audit-visit-left = Gave a place on a visit free
audit-visits-refused = Said that a company goes on no visit
audit-visits-refused-no-more = Said that a company may go on visits after all
