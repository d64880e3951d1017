## Documents: personal agendas, calendars, the organiser's workbook and report
document-all = { $side } (all)
document-table-at = Table { $table }, { $venue }

agenda-title = Personal agenda
agenda-dates = Dates
agenda-sides = Sides
agenda-side = { $side }: { $country }
agenda-programme = Your programme
count-visits = { $n ->
    [0] no visits
    [one] { $n } visit
   *[other] { $n } visits
}
agenda-times = Times
agenda-local-times = Local time, { $city }
agenda-continued = continued
agenda-interpreter = Interpreter
agenda-language = Language
agenda-offers = Offers
agenda-needs = Needs
agenda-notes = Notes
agenda-page = Page { $page } of { $pages }
agenda-empty = Nothing is in your programme yet.
agenda-empty-hint = As soon as the organiser puts a meeting or a visit in, your agenda will be here. If you expected one by now, please write to the organiser.

calendar-name = { $mission }: { $company }
calendar-meeting = Meeting: { $counterpart }
calendar-people = Expected: { $people }
calendar-interpreter = Interpreter: { $name }
calendar-language = Language: { $languages }

workbook-overview = Overview
workbook-status = Status: { $status }
workbook-figures = Figures
workbook-number = Number
workbook-of = of
workbook-share = Share
workbook-goals = Goals, the most important first
workbook-reached = Reached
workbook-bound = Best not ruled out
workbook-certainty = Certainty
workbook-proved = proved: nothing better exists
workbook-not-proved = a better one may exist
workbook-gregorian = Date
workbook-solar-hijri = Solar Hijri
workbook-start = From
workbook-end = To
workbook-meetings = Meetings
workbook-code = Code
workbook-company = Company
workbook-own-name = Company, own name
workbook-counterpart-code = Code 2
workbook-counterpart = Counterpart
workbook-counterpart-own-name = Counterpart, own name
workbook-place = Place
workbook-interpreter = Interpreter
workbook-level = Level
workbook-score = Score
workbook-companies = Companies
workbook-companies-note = Meetings per day; a break is a free stretch between two meetings of one day
workbook-side = Side
workbook-city = City
workbook-total = Meetings
workbook-breaks = Breaks
workbook-attended = Visits and blocks
workbook-interpreters = Interpreters
workbook-interpreters-note = Each interpreter's meetings in order of time; below, the minutes of each day
workbook-minutes = Minutes
workbook-minutes-per-day = Minutes per day
workbook-with-interpreter = Interpreter: { $name }
workbook-blocks = Visits and blocks
workbook-kind = Kind
workbook-title = Title
workbook-participants = Who takes part
workbook-unplaced = Not placed
workbook-unplaced-note = For the organiser alone: why these meetings are not in the programme, and what would let them in
workbook-unplaced-none = Every meeting that was asked for is in the programme.
workbook-reasons = Why not
workbook-relaxations = What would make it possible

report-title = Programme report
report-languages = Language
report-parts = Parts of this report
report-figures = Key figures
report-of = of
report-goals = Goals
report-goals-note = Goals in order of importance: each is as good as it can be without making the ones above it worse. The bound is the best value that is not ruled out.
report-goal = Goal
report-reached = Reached
report-bound = Bound
report-certainty = Certainty
report-proved = proved best
report-not-proved = may be improved
report-check = Check by the referee
report-sound = All { $rules } rules were checked independently of the scheduler: no rule is broken, and every figure is right.
report-unsound = { $n ->
    [one] { $n } rule is broken in one place. Do not release this programme.
   *[other] Rules are broken in { $n } places. Do not release this programme.
}
report-rule = Rule
report-who = Who
report-where = Where
report-fairness = How fairly meetings are spread
report-fairness-note = One dot is one company; it stands above its number of meetings.
report-spread = Fewest { $fewest }, middle { $middle }, most { $most } meetings
report-as-table = As a table
report-company = Company
report-meetings = Meetings
report-breaks = Breaks
report-bottlenecks = What binds
report-bottlenecks-note = Each column is one time: how many are taken, of those that are there. Where a column is full, none is left.
report-busiest = Busiest companies
report-times = Times with a meeting
report-used-of = { $used } of { $of }
report-at-time = { $time }: { $used } of { $of }
report-one-more = What one more would bring
report-one-more-note = Each change was made to the mission and solved again to its proof, with the visits as they are.
report-one-more-none = This was not asked for. The command “karvan explain” finds it out for any programme.
report-days = Day by day
report-days-note = Tables down, times across. Narrow columns are what happens besides meetings.
report-place = Table
report-with-interpreter = Interpreter: { $name }
report-free-tables = { $n ->
    [one] One more table is free all day.
   *[other] { $n } more tables are free all day.
}
report-no-meetings = No meetings on this day.
report-unplaced = Not placed
report-unplaced-note = For the organiser alone. Pass on to a company only that the meeting could not be placed.
report-all-placed = Every meeting that was asked for is in the programme.
report-why = Why not
report-remedy = What would make it possible
report-interpreters = Interpreters
report-interpreter = Interpreter
report-minutes-of = { $minutes } of { $most } min
report-no-interpreters = No interpreter was named for this mission.
report-footer = Made by Karvan, free software for bilateral technology missions.
