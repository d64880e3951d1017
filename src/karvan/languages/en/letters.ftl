## Letters whose words an organiser can change
letter-application-received-subject = Application received: { $mission }
letter-application-received = Good day, { $name }.

    The application of { $company } to take part in { $mission } has come. Thank you.

    With this link, which is yours alone, you can see it, and change it until { $deadline }:

    { $link }
letter-application-accepted-subject = Accepted: { $mission }
letter-application-accepted = Good day, { $name }.

    We are glad to tell you that { $company } is accepted for { $mission }.

    A letter of its own invites you to sign in as the company's manager: there you complete the profile and ask for meetings.
letter-application-reserve-subject = On the reserve list: { $mission }
letter-application-reserve = Good day, { $name }.

    Thank you for the application of { $company } to { $mission }. There are more good applications than places, and yours is on the reserve list.

    We write at once should a place become free.
letter-application-declined-subject = Your application: { $mission }
letter-application-declined = Good day, { $name }.

    Thank you for the application of { $company } to { $mission }. We are sorry that we cannot accept it this time.

    We would be glad to hear from you at the next mission.
letter-reminder-subject = Still open: { $mission }
letter-reminder = Good day, { $name }.

    For { $mission }, { $company } still has this to do:

    { $owed }

    Everything at a glance:

    { $link }

    If you have done it meanwhile, nothing more is needed. Thank you.
audit-letter-text-changed = Changed the words of a letter
audit-letter-text-restored = Went back to the usual words of a letter
nav-letter-texts = Words of letters
letter-texts-lead = The letters to applicants, and those that tell of a programme, in each language. Change a text, and it is used from then on in this mission.
letter-texts-own = your words
letter-name-application-received = An application has come
letter-name-application-accepted = Accepted
letter-name-application-reserve = On the reserve list
letter-name-application-declined = Declined
letter-name-reminder = A reminder of what is open
wording-lead = What stands in braces is filled in for each letter.
wording-subject = Subject
wording-text = Text
wording-do = Save the words
wording-restore = Back to the usual words
wording-conflict = It was changed elsewhere while you were writing. This is what stands there now; if you save once more, yours takes its place.
form-problem-placeholder = One of the words in braces is none that can be filled in. See the list above.
placeholder-name = the contact's name
placeholder-company = the company
placeholder-mission = the mission
placeholder-link = the private link (only where an application has come)
placeholder-deadline = the end of the call
letter-programme-released-subject = Your programme: { $mission }
letter-programme-released = Good day, { $name }.

    The programme of { $mission } is released: “{ $release }”. This is the agenda of { $whose }. All times are those of { $zone }.

    { $agenda }

    The agenda as a page, to print and to subscribe to:

    { $page }

    The attached file puts it into your calendar.
letter-programme-changed-subject = Your programme has changed: { $mission }
letter-programme-changed = Good day, { $name }.

    The programme of { $mission } has changed: “{ $release }”. This is what changes for { $whose }. All times are those of { $zone }.

    { $changes }

    Please open the agenda and confirm that you have seen it:

    { $page }

    The attached files bring your calendar up to date.
letter-name-programme-released = A programme is released
letter-name-programme-changed = The programme has changed
placeholder-whose = the company, or the interpreter
placeholder-release = the name of the release
placeholder-zone = the city whose time is meant
placeholder-page = the address of the agenda
placeholder-agenda = the whole agenda
placeholder-changes = what changes, in words
placeholder-owed = what is still open, with links and deadlines (only in a reminder)
