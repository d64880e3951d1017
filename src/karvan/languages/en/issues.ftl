## Where a problem is
issue-in-file = File { $name }
issue-in-sheet = Sheet { $name }
issue-place-row = { $where }, row { $row }
issue-place-column = { $where }, row { $row }, column { $column }
issue-place-cell = { $where }, row { $row }, column { $column } (cell { $cell })
issue-place-key = { $where }, row { $row }, { $column }
issue-at = { $place }: { $problem }
issue-with-guess = { $problem } { $guess }
issue-did-you-mean = Did you mean “{ $closest }”?
issue-looks-like = Did you mean “{ $closest }”? The two look alike, but some letters are of another alphabet.

## A file as a whole
issue-no-such-file = There is no such file or folder.
issue-not-readable = It cannot be read; look at its permissions and whether another program holds it.
issue-too-large = The file is larger than { $expected }; take out pictures and sheets that do not belong to the mission.
issue-empty-file = The file is empty.
issue-encrypted-file = The file is protected by a password; save it without one.
issue-legacy-xls = This is an old or binary Excel file; open it and save it as “Excel workbook (.xlsx)”.
issue-is-pdf = This is a PDF; send the workbook that it was made from, as .xlsx.
issue-is-opendocument = This is an OpenDocument file; open it and save it as .xlsx.
issue-is-other-office = This is a text document or a presentation, not a workbook; fill in the .xlsx template.
issue-lone-csv = One CSV file alone is no mission; give the folder that holds mission.csv, companies.csv and the others.
issue-not-a-workbook = This is no .xlsx workbook; fill in the template, or save the file as .xlsx.
issue-damaged-file = The file is damaged or incomplete; open it in a spreadsheet program, save it again, or send it anew.
issue-has-doctype = The file declares an XML document type, which no spreadsheet program does; save it again as .xlsx.
issue-unpacks-too-large = The file unpacks to more than { $expected }; it is not read. Delete formatted rows that hold nothing.
issue-too-full = The file holds more than { $expected } cells, blank formatted ones included; delete the rows below the data and save it again.
issue-has-macros = The workbook contains macros; they are neither run nor kept.
issue-no-csv-files = The folder holds no CSV files; mission.csv and companies.csv are required.
issue-wrong-encoding = The file is not written in { $expected }{ $given ->
    [0] {""}
   *[other] , but apparently in { $value }
}; save it as “CSV UTF-8”.
issue-not-text = The file holds bytes that are not text, the first in line { $row }; save it again as “CSV UTF-8”.
issue-bad-csv = The record that starts in line { $row } is broken: a quotation mark is missing or stands in the wrong place.

## Sheets
issue-unknown-sheet = The sheet “{ $value }” is not known and was not read.
issue-missing-sheet = The sheet “{ $value }” is missing; it is required.
issue-duplicate-sheet = There is a second sheet of this name, “{ $value }”; keep one of them.
issue-empty-sheet = The sheet is empty; it is required.
issue-hidden-sheet = The sheet is hidden; it was read all the same.
issue-too-many-rows = The sheet has more than { $expected } rows and was not read.

## Columns and keys
issue-unknown-column = The column “{ $value }” is not known and was not read.
issue-duplicate-column = The column “{ $value }” is there twice; keep one of them.
issue-missing-column = The column “{ $value }” is missing; it is required.
issue-no-header = “{ $value }” stands in a column without a header and was not read.
issue-unknown-key = The key “{ $value }” is not known and was not read.
issue-duplicate-key = The key “{ $value }” was already given in row { $expected }.
issue-missing-key = The key “{ $value }” is missing; it is required.

## Rows and cells
issue-too-many-cells = The row has { $number } cells, the header { $expected }; put quotation marks around texts that hold the separator.
issue-missing-value = The cell is empty; a value is required.
issue-merged-cells = The cells { $value } are merged; the value counts for the first of them alone.
issue-error-cell = The cell shows the error { $value } instead of a value.
issue-formula-without-value = The formula { $value } has no stored result; open the workbook in a spreadsheet program and save it, or write the value itself.
issue-too-long = The text is longer than { $expected } characters; shorten it.
issue-bad-code = “{ $value }” cannot be a code, because codes become names of files and lists: it must not start with a full stop or hold ; / or \.
issue-not-allowed = “{ $value }” is not one of the allowed values: { $expected }.
issue-goal-twice = The goal “{ $value }” is named twice; name each goal once.
issue-must-not-first = The goal “{ $value }” comes before all others; put it first, or leave it out.
issue-unknown-language = “{ $value }” is no language code; write two letters (ISO 639-1), such as { $expected }.
issue-unknown-country = “{ $value }” is no country code; write two letters (ISO 3166), such as { $expected }.
issue-unknown-zone = “{ $value }” is no time zone; write an IANA name, such as { $expected }.
issue-bad-date = “{ $value }” is no date that can be read for certain; write it like { $expected }.
issue-bad-time = “{ $value }” is no time of day; write it like { $expected }.
issue-not-a-number = “{ $value }” is no whole number; write one from { $least } to { $most }.
issue-out-of-range = { $value } is out of range; write a number from { $least } to { $most }.
issue-odd-email = “{ $value }” does not look like an e-mail address such as { $expected }.
issue-odd-website = “{ $value }” does not look like a web address such as { $expected }.
issue-unsafe-website = “{ $value }” is no web address; it must begin with http:// or https://, like { $expected }.

## Between rows and sheets
issue-end-before-start = The mission ends on { $value }, before it starts on { $expected }.
issue-duplicate-code = The code “{ $value }” is already taken; each company and interpreter needs one of its own.
issue-reserved-code = The code “{ $value }” has a meaning of its own in the programme; choose another.
issue-empty-side = No company is on the side “{ $value }”.
issue-unknown-company = There is no company with the code “{ $value }”.
issue-unknown-interpreter = There is no interpreter with the code “{ $value }”.
issue-unknown-company-or-interpreter = There is no company, interpreter or table (venue/table) with the code “{ $value }”.
issue-unknown-table = There is no table “{ $value }” in the sheet Venues.
issue-ambiguous-table = “{ $value }” can be several tables; write one of { $expected }.
issue-unknown-venue = The venue “{ $value }” occurs nowhere else; known are: { $expected }.
issue-unknown-domain = There is no domain “{ $value }”; there are: { $expected }.
issue-duplicate-concept = The concept “{ $value }” stands in an earlier row of the same domain.
issue-unknown-link = There is no concept “{ $value }”; write domain.code.
issue-meets-itself = The company “{ $value }” cannot meet itself; name another counterpart.
issue-avoid-wins = One of the two companies does not want this meeting (avoid), so it will not be held.
issue-duplicate-request = The same wish about “{ $value }” stands in an earlier row.
issue-outside-mission = { $value } is not a day of the mission ({ $expected }).
issue-ends-before-start = It ends at { $value }, but starts at { $expected }; the end must come later on the same day.
issue-choice-without-visit = Only a visit can have a choice; “{ $value }” has no effect here.
issue-visit-too-small = The visit has room for { $number }, but { $expected } companies are named; raise the capacity, name fewer, or set choice to yes.
issue-unused-domain = No opportunity belongs to the domain “{ $value }”.
issue-venue-without-tables = The venue “{ $value }” has no tables; tables are at: { $expected }.
issue-duplicate-table = The table “{ $value }” is already in an earlier row.
issue-duplicate-travel = This way is already in an earlier row.
issue-one-language = An interpreter needs at least two languages; given is: { $given ->
    [0] none
   *[other] { $value }
}.
issue-shorter-than-slot = { $number } minutes without a pause are shorter than one meeting ({ $expected }), so this interpreter can never work.
issue-fixed-twice = A meeting with “{ $value }” is already fixed in an earlier row; a pair meets once.
issue-no-slot = The block lasts { $number } minutes, a meeting { $expected }; not one fits in.
issue-no-such-slot = No slot starts at { $value } on any day; slots start at: { $expected }.
issue-off-grid = No slot starts at { $value } on this day; the meeting gets a time of its own.
issue-bound-twice = { $value } must be at “{ $expected }” too, and cannot do both: the times overlap, or the way is too long.
issue-assumed-language = Neither languages nor texts are given; the company is taken to speak { $expected }.
