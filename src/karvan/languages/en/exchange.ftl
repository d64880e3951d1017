## A mission as a workbook on the web
nav-workbook = Workbook
workbook-lead = The whole mission as one Excel file: take it along, work in it, and bring it in again. What it would change is shown before anything is saved.
workbook-take = Take it along
workbook-take-text = Everything that the workbook knows: settings, companies that take part, offers and needs, people, requests with those that only you may know, programme, tables, interpreters. Keep it as carefully as you keep it here.
workbook-take-side = Your side's companies with their offers, needs, people and absences, besides the settings, tables, ways and added concepts. Requests, agreed meetings and the other side's companies are not in it.
workbook-take-do = Take the workbook
workbook-side-note = The neutral desk brings workbooks in, since they change what concerns both sides. Fill yours in and send it there.
workbook-import = Bring a workbook in
workbook-import-text = A sheet or a column that your file does not have stays as it is. Companies are known by their codes: answers, dates, journeys, clearances and released programmes stay with them.
workbook-file = Excel file
workbook-file-hint = At most 10 MB, .xlsx
workbook-look = See what it would change
workbook-waits = This workbook waits for your decision
workbook-discard = Throw it away
workbook-discarded = The workbook is thrown away. Nothing was changed.
workbook-before = Brought in so far
workbook-counts = { $added } new, { $changed } changed, { $removed } taken out
workbook-preview = What the workbook would change
workbook-nothing-yet = nothing is saved yet
workbook-stale = Somebody has changed the mission meanwhile. This is what the workbook would change now; nothing was saved.
workbook-errors = { $n ->
    [one] { $n } problem in the workbook. Nothing can be saved until it is mended there.
   *[other] { $n } problems in the workbook. Nothing can be saved until they are mended there.
}
workbook-first = These are the first { $n }.
workbook-problems = { $n ->
    [one] { $n } thing would not fit together afterwards
   *[other] { $n } things would not fit together afterwards
}
workbook-problems-out = It fits if you take out what the workbook does not have any more.
workbook-warnings = { $n ->
    [one] { $n } note on the workbook
   *[other] { $n } notes on the workbook
}
workbook-resting = { $n ->
    [one] { $n } company of the workbook is in reserve or has withdrawn. Its details are brought in; whether it takes part stays as it is:
   *[other] { $n } companies of the workbook are in reserve or have withdrawn. Their details are brought in; whether they take part stays as it is:
}
workbook-rows-added = { $n } new
workbook-rows-changed = { $n } changed
workbook-rows-removed = { $n } not in the workbook
workbook-row = Row
workbook-column = Column
workbook-was = Is now
workbook-becomes = Becomes
workbook-more = And { $n } more.
workbook-out = { $n ->
    [one] Take this row out. Otherwise it stays.
   *[other] Take these { $n } rows out. Otherwise they stay.
}
workbook-out-companies = { $n ->
    [one] This company has withdrawn. Otherwise it stays.
   *[other] These { $n } companies have withdrawn. Otherwise they stay.
}
workbook-do = Bring it in
workbook-take-now = Take the workbook as it is now, to be able to go back
workbook-no-change = The workbook says what is stored already: nothing would change.
workbook-is-in = The workbook is in: { $added } new, { $changed } changed, { $removed } taken out.
form-problem-file-too-large = The file is too large: at most { $most } MB.
form-problem-empty = The file is empty.
web-error-nothing-saved = Nothing was saved
web-error-nothing-saved-text = Something is wrong with the workbook, or would be with the mission. Look at the preview again.
sheet-settings = Settings
sheet-companies = Companies
sheet-opportunities = Offers and needs
sheet-people = People
sheet-requests = Requests
sheet-blocks = Programme
sheet-tables = Venues and tables
sheet-travel = Ways
sheet-interpreters = Interpreters
sheet-absences = Absences
sheet-fixed = Agreed meetings
sheet-concepts = Added concepts
audit-workbook-brought-in = Brought a workbook in
audit-workbook-taken = Took the workbook along
workbook-send-again = Send the mended file
