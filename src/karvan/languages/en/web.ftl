## The web pages
web-name = Karvan
web-alphabet = abcdefghijklmnopqrstuvwxyz
web-title = { $page } · { $site }
web-skip = Skip to the content
web-languages = Language
web-footer-release = Release { $number }: { $name }
web-footer-times = All times are local: { $city }.
web-footer-free = Free software under { $licence }

web-phases = Phases of the mission
web-phase-of = Phase { $number } of { $total }
web-phase-done = done
web-phase-now = now
web-phase-registration = Registration
web-phase-preferences = Preferences
web-phase-scheduling = Scheduling
web-phase-provisional = Provisional
web-phase-final = Final
web-phase-live = Live
web-phase-follow-up = Follow-up

web-start-session = Session { $number } of the { $body }
web-start-sides = The two sides
web-start-days = Day by day
web-start-figures = Key figures
web-start-status = How good the programme is
web-start-see-tables = See who meets whom
web-start-see-companies = Find a company
web-companies-count = { $n ->
    [one] { $n } company
   *[other] { $n } companies
}
web-count-visits = { $n ->
    [one] { $n } visit
   *[other] { $n } visits
}
web-count-others = { $n ->
    [one] { $n } other item
   *[other] { $n } other items
}
web-nothing-planned = Nothing planned

web-checked = Checked: an independent referee found no rule broken.
web-not-checked = Not yet checked by the referee.
web-status-optimal = No programme is better, comfort apart. What is proved of each goal stands below.
web-status-feasible = The programme is complete. A better one may exist; below is what is proved so far.
web-status-infeasible = It is proved that no programme can keep all the rules.
web-status-unknown = No complete programme was found within the time limit.
web-goal = Goal
web-goal-reached = Reached
web-goal-state = State
web-goal-proved = proved best
web-goal-open = at best { $bound }
web-goal-unknown = not known
web-of = { $numerator } of { $denominator }

web-overview-title = Day by day
web-overview-days = Choose a day
web-overview-timeline = Timeline of the day
web-overview-empty = Nothing is planned for this day.
web-overview-who = { $n ->
    [one] { $n } company takes part
   *[other] { $n } companies take part
}
web-overview-tables = Who meets whom on this day
web-both-sides = Both sides

web-grid-title = Tables
web-grid-caption = Meetings on { $date }: slots across, tables down
web-grid-scroll = The table can be scrolled in both directions
web-grid-table = Table
web-grid-filter = Show only
web-grid-company = Company
web-grid-interpreter = Interpreter
web-grid-venue = Venue
web-grid-any-company = All companies
web-grid-any-interpreter = All interpreters
web-grid-any-venue = All venues
web-grid-show = Show
web-grid-clear = Show everything
web-grid-shown = { $shown } of { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
} shown
web-grid-none = No meeting on this day fits. Choose something else, or show everything.
web-invalid = This choice does not exist in this mission, so everything is shown.

web-companies-title = Companies
web-companies-search = Search by name, city or code
web-companies-find = Find
web-companies-side = Side
web-companies-any-side = Both sides
web-companies-sort = Sort by
web-sort-name = Name
web-sort-code = Code
web-sort-meetings = Most meetings
web-companies-none = No company fits. Try fewer letters, or show everything.
web-companies-found = { $n ->
    [one] { $n } company found
   *[other] { $n } companies found
}
web-column-company = Company
web-column-side = Side
web-column-city = City
web-column-meetings = Meetings
web-column-visits = Visits

web-company-languages = Speaks { $languages }
web-company-pdf = Agenda as PDF
web-company-calendar = Calendar file
web-company-empty = Nothing is in this company’s programme yet.
web-company-back = All companies
web-stop-table = Place
web-stop-interpreter = Interpreter
web-stop-language = Language
web-stop-meeting = Meeting

web-interpreters-title = Interpreters
web-interpreters-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
web-interpreters-limit = at most { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
} a day
web-interpreters-total = In all
web-interpreters-none = This mission has no interpreters.
web-interpreter-back = All interpreters
web-interpreter-empty = No meetings are assigned.

web-error-status = Error { $status }
web-error-home = To the start page
web-error-not-found = There is no such page
web-error-not-found-text = Perhaps the address has a typing mistake, or what it named has been removed.
web-error-nothing-released = No programme has been released yet
web-error-nothing-released-text = As soon as the organiser releases one, it will be here.
web-error-forbidden = This is not open to you
web-error-forbidden-text = If you think it should be, please ask the organiser.
web-error-bad-request = The request could not be understood
web-error-bad-request-text = Please go back and try again.
web-error-failed = Something on our side broke
web-error-failed-text = It has been written to the log. Please try again in a moment.
web-error-released = A released programme cannot be changed
web-error-released-text = Release another version instead.
web-error-audit = Once written, never changed
web-error-audit-text = What has happened stays in the audit trail.
web-error-stale = Somebody else has changed this in the meantime
web-error-stale-text = Nothing of yours was saved, and nothing of theirs was lost. Go back, load the page anew, and enter your change again.
web-conflict-lead = Nothing is lost. Here is what is saved now, beside what you entered.
web-error-expired = This request has expired
web-error-expired-text = It has waited too long. The other company can ask again.
web-error-visit-full = All places are taken
web-error-visit-full-text = Others were faster. Perhaps another visit suits you.
web-error-visit-clash = The company is somewhere else then
web-error-visit-clash-text = Give the place on the other visit free first.
web-error-not-open = This is not open now
web-error-not-open-text = In this phase of the mission it cannot be changed any more. Please talk to the organiser.
web-error-requests-closed = Requests are closed
web-error-requests-closed-text = They can be made and answered in the phase of preferences. Please talk to the organiser.
