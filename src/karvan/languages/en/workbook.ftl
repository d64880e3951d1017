## The mission workbook: words that its cells may hold
workbook-yes-words = yes; y
workbook-no-words = no; n

## What the schema says of a column
workbook-required = Required.
workbook-allowed = Allowed: { $values }.
workbook-range = A whole number from { $least } to { $most }.
workbook-list = Several entries are separated by semicolons (;).
workbook-when-blank = Blank means { $value }.
workbook-in-language = In this language: { $language }.

## The sheet that explains the workbook
workbook-help-title = How to fill in this workbook
workbook-help-text =
    Each sheet holds one kind of thing, and each row one of them. Only Mission and Companies are required; leave the others empty where you have nothing to say.
    Do not rename sheets or headers: they are the same in every language. Point at a header to read what belongs in its column. Dark headers are required.
    Names and titles can be given in any language: add a column such as name_tr or title_ar.
    Write dates as { $iso } or as { $hijri }, times as { $clock }. Several entries in one cell are separated by semicolons (;).
    Before you send the workbook, let Karvan check it: it lists every problem with its sheet, row and column.

## What one row of each sheet is
workbook-sheet-settings = One setting of the mission as a whole: its title, days, countries and rules.
workbook-sheet-companies = One organisation of either side.
workbook-sheet-opportunities = One thing that a company offers or needs.
workbook-sheet-people = One delegate of a company.
workbook-sheet-requests = One wish of a company: whom it wants to meet, must meet, or does not want to meet.
workbook-sheet-blocks = One block of time: meetings, a site visit, a plenary, a reception, a transfer or a break.
workbook-sheet-tables = One table at which a meeting can be held, or a room that holds one meeting at a time.
workbook-sheet-travel = The minutes that the way between two venues takes.
workbook-sheet-interpreters = One interpreter.
workbook-sheet-absences = A time at which a company or an interpreter is away.
workbook-sheet-fixed = A meeting that is already agreed.
workbook-sheet-concepts = One concept that you add to those by which offers and needs are compared, or more words for one of them.

## Mission
workbook-column-settings-title = The mission’s title.
workbook-column-settings-start-date = The first day.
workbook-column-settings-end-date = The last day.
workbook-column-settings-time-zone = The time zone of all times, by its IANA name, such as Europe/Moscow.
workbook-column-settings-visiting-country = The country that the visitors come from: two letters (ISO 3166), such as IR.
workbook-column-settings-host-country = The country that they visit: two letters (ISO 3166), such as RU.
workbook-column-settings-slot-minutes = How long a meeting lasts.
workbook-column-settings-changeover-minutes = Minutes between two meetings, for changing tables.
workbook-column-settings-languages = The languages of documents, by two letters (ISO 639-1), the most important first.
workbook-column-settings-max-meetings-per-company-per-day = The most meetings that a company has on one day.
workbook-column-settings-min-meetings-per-company = The fewest meetings that each company should get in all.
workbook-column-settings-body = The name of the joint working group that the mission belongs to.
workbook-column-settings-session-number = The number of this session of the joint working group.
workbook-column-settings-goals = What counts more, in this order; must always comes first, and goals that are not named come last, in the usual order.
workbook-column-settings-send-texts-to = The address of a model that you run, if the companies agree that their texts are sent there to be compared. Blank: no text is sent anywhere.

## Companies
workbook-column-companies-code = A short code that is used once only, such as V01. The other sheets name the company by it.
workbook-column-companies-side = Whether it visits or is visited.
workbook-column-companies-name = The organisation’s name.
workbook-column-companies-country = Two letters (ISO 3166), such as IR.
workbook-column-companies-city = The city where it works.
workbook-column-companies-kind = What sort of organisation it is.
workbook-column-companies-size = How large it is.
workbook-column-companies-languages = The languages that its delegates speak, by two letters (ISO 639-1). Blank: the languages of its texts.
workbook-column-companies-website = The address of its website.
workbook-column-companies-contact-name = Whom the organiser writes to.
workbook-column-companies-contact-email = The e-mail address of that person.
workbook-column-companies-home-table = The table at which it always sits: venue/table, or the table alone where only one is called so.
workbook-column-companies-max-meetings-per-day = The most meetings that it wants on one day. Blank: as for all.
workbook-column-companies-representatives = How many meetings it can hold at the same time.

## Opportunities
workbook-column-opportunities-company = The company’s code.
workbook-column-opportunities-kind = Whether it offers this or needs it.
workbook-column-opportunities-text = What it offers or needs, in two or three sentences, in any language.
workbook-column-opportunities-title = The same in a few words.
workbook-column-opportunities-language = The language of the text, by two letters (ISO 639-1). Blank: found from the text.
workbook-column-opportunities-domains = Codes of the fields of technology that it belongs to.
workbook-column-opportunities-routes = The forms of cooperation that come into question.
workbook-column-opportunities-stage = How far the technology has come.

## People
workbook-column-people-company = The company’s code.
workbook-column-people-name = The person’s name.
workbook-column-people-role = The person’s position in the company.
workbook-column-people-email = The person’s e-mail address.
workbook-column-people-languages = The languages that the person speaks, by two letters (ISO 639-1).
workbook-column-people-travels = Whether the person travels with the delegation.
workbook-column-people-reserve = Whether the person stands in when another cannot come.

## Requests
workbook-column-requests-company = The code of the company that wishes.
workbook-column-requests-counterpart = The code of the company that the wish is about.
workbook-column-requests-level = must: placed before all others; want: where there is room; avoid: never, and only the organiser knows.
workbook-column-requests-status = What the counterpart has said. Only accepted requests count.
workbook-column-requests-message = A few words to the counterpart.

## Programme
workbook-column-blocks-date = The day.
workbook-column-blocks-start = When it begins.
workbook-column-blocks-end = When it ends.
workbook-column-blocks-kind = What happens. Whoever takes part in anything but meetings has no meeting then.
workbook-column-blocks-title = What it is called in the programme.
workbook-column-blocks-venue = The venue’s code, as in the sheet Venues.
workbook-column-blocks-companies = Who takes part, or may meet: codes of companies, visitor, host, or * for everybody.
workbook-column-blocks-capacity = How many companies a site visit has room for.
workbook-column-blocks-choice = yes: companies are assigned to the visit up to its capacity, by their interest; no: all named take part.
workbook-column-blocks-domains = Only companies that share one of these fields meet in this block. Blank: all.

## Venues
workbook-column-tables-venue = The venue’s code, such as hall.
workbook-column-tables-table = The table’s code, such as T01.
workbook-column-tables-seats = How many people can sit there.
workbook-column-tables-title = What it is called in agendas.

## Travel
workbook-column-travel-from = The code of one venue.
workbook-column-travel-to = The code of the other venue.
workbook-column-travel-minutes = Minutes from one to the other, and back unless the way back has a row of its own.

## Interpreters
workbook-column-interpreters-code = A short code that is used once only, such as I01.
workbook-column-interpreters-name = The interpreter’s name.
workbook-column-interpreters-languages = The languages between which the interpreter works: at least two, by two letters (ISO 639-1).
workbook-column-interpreters-max-minutes-per-day = The most minutes of meetings on one day.
workbook-column-interpreters-max-minutes-without-pause = The most minutes of meetings in a row.
workbook-column-interpreters-pause-minutes = How long a pause must be. A changeover between two meetings is none.

## Availability
workbook-column-absences-who = The code of a company or an interpreter; or a table as venue/table.
workbook-column-absences-date = The day.
workbook-column-absences-from = When the absence begins. Blank: with the day.
workbook-column-absences-to = When it ends. Blank: with the day.
workbook-column-absences-reason = Why; only the organiser sees it.

## Fixed
workbook-column-fixed-company = The code of one company.
workbook-column-fixed-counterpart = The code of the other company.
workbook-column-fixed-date = The day, where it is agreed.
workbook-column-fixed-start = When it begins, where that is agreed.
workbook-column-fixed-table = The table, where it is agreed: venue/table, or the table alone where only one is called so.
workbook-column-fixed-interpreter = The interpreter’s code, where one is agreed.

## Concepts
workbook-column-concepts-code = A short code that is used once only in its domain, such as beehives; with the code of one of Karvan’s own concepts, the row adds words to it.
workbook-column-concepts-parent = The domain of the taxonomy that it belongs to, such as smart_agriculture.
workbook-column-concepts-label = Its name; companies’ texts are searched for it. Where it is missing, the English one is shown.
workbook-column-concepts-synonyms = Other words and phrases for it. Several are separated by semicolons (;).
workbook-column-concepts-links = Concepts that are often needed together with it, each as domain.code.
