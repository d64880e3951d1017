## What phases open
activity-profile = Profile
activity-requests = Meeting requests
activity-agenda = Agenda
activity-journeys = Travel data
activity-clearances = Clearances
activity-decisions = Decisions about applications
phase-until = until
phase-opens-now = Open to companies now:
phase-since = This phase was begun by { $by }:
phase-would-open = Going on opens:
phase-would-close = It closes:
phase-go-on = Go on to:
phase-any = To any other phase
phase-said = The mission is now in the phase “{ $phase }”.
deadlines-title = Days of the phases
deadlines-lead = The last day of each phase, in either calendar. Companies see it; nothing changes by itself when it is over.
deadlines-said = The days are saved.
form-problem-phases-out-of-order = This phase would end before an earlier one does.
## The next step
steps-owed = Your next step
steps-next = What you can do now
steps-until = until
step-to-the-desk = Send it to your delegation’s desk: the organiser’s team enters it.
step-agenda = Look at your agenda
step-recommended = Find companies that suit yours, and ask for meetings
step-own-company = Look at your company’s profile
step-applications = Read the applications and decide
step-matches = See who suits whom, and what was asked for
step-drafts = Draw up the programme
step-releases = Read what was released, and what changed
step-first-day = Follow the day
step-roster = Look at your roster
step-programme = Read the released programme
step-plan = Look at the plan of days
## What is owed
owed-profile = Profile { $share } complete; missing: { $parts }
owed-requests = { $n ->
    [one] { $n } request waits for an answer
   *[other] { $n } requests wait for an answer
}
owed-requests-plain = Meeting requests wait for your answer
owed-journeys = { $n ->
    [one] Travel data of { $n } person is missing
   *[other] Travel data of { $n } people is missing
}
owed-clearances = No clearance yet
owed-decisions = Application without a decision
owed-until = { " " }(until { $day })
part-description = description
part-city = city
part-languages = languages
part-contact = mail address
part-people = people
part-offers-and-needs = offers and needs
## The organiser's table of debts
debts-title = Who still owes what
debts-of-profile = { $n ->
    [one] profile incomplete
   *[other] profiles incomplete
}
debts-of-requests = { $n ->
    [one] company with requests to answer
   *[other] companies with requests to answer
}
debts-of-journeys = { $n ->
    [one] company whose travel data is missing
   *[other] companies whose travel data is missing
}
debts-of-clearances = { $n ->
    [one] company without clearance
   *[other] companies without clearance
}
debts-of-decisions = { $n ->
    [one] application without a decision
   *[other] applications without a decision
}
debts-indebted = { $n ->
    [one] { $n } of { $total } companies has something open.
   *[other] { $n } of { $total } companies have something open.
}
debts-nothing-expected = In this phase nothing is expected of anybody.
debts-none = Nobody owes anything here.
debts-side = Side
debts-who = Company
debts-owes = Still open
debts-reminded-when = Last reminded
debts-never = never
debts-on-its-way = on its way
debts-not-sent = not sent
debts-remind = Remind
debts-remind-again = Remind again
debts-remind-all = Remind all that are shown
debts-again = Also those reminded within the last day
debts-remind-hint = Each gets one letter in their own language, with all that is open and the deadline.
debts-words = Words of the letter
debts-no-address = no mail address
debts-ours = for the organiser to do
debts-act = Act for it
debts-reminded = { $n ->
    [one] { $n } company is being reminded.
   *[other] { $n } companies are being reminded.
}{ $rest ->
    [0] { "" }
    [one] { " " }{ $rest } was left out: it was reminded within the last day.
   *[other] { " " }{ $rest } were left out: they were reminded within the last day.
}
debts-none-reminded = Nobody was reminded: everybody who can be was reminded within the last day.
audit-company-reminded = Reminded a company
audit-deadlines-set = Changed the days of the phases
