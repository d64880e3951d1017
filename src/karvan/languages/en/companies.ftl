## Everywhere
save = Save
cancel = Cancel
change = Change
remove = Remove
undo = Undo
choice-none = Not said
put-back = It is back again.
conflict-field = Field
conflict-theirs = Saved by somebody else
conflict-mine = Entered by you
conflict-same = Both of you wrote the same.
conflict-keep-mine = Save what I entered
conflict-keep-theirs = Keep what is saved
form-problem-no-name = Please give a name in one language at least.
## Our company
nav-group-company = Mine
nav-own-company = Our profile
profile-title = Profile
profile-complete = The profile is complete.
profile-done = { $done } of { $total } parts are filled in.
profile-missing = Still missing
profile-missing-description = A description of your company
profile-missing-city = The city you come from
profile-missing-languages = The languages your people speak
profile-missing-contact = A mail address for the organiser
profile-missing-people = The people who take part
profile-missing-offers-and-needs = An offer or a need: without one nobody can be suggested to you
profile-edit = Change the profile
profile-edit-title = Our profile
profile-edit-lead = Write in the language you write best. Search and suggestions work across languages.
profile-saved = The profile is saved.
profile-name-fa = Name in Persian
profile-name-ru = Name in Russian
profile-name-en = Name in English
profile-description-fa = Description in Persian
profile-description-ru = Description in Russian
profile-description-en = Description in English
profile-country = Country
profile-city = City
profile-place = Place
profile-kind = Kind
profile-size = Size
profile-languages = Languages spoken
profile-website = Website
profile-contact-name = Contact person
profile-contact-email = Mail address of the contact
company-kind-company = Company
company-kind-research = Research institute
company-kind-university = University
company-kind-government = Public authority
company-kind-association = Association
company-size-micro = Up to 9 people
company-size-small = 10 to 49 people
company-size-medium = 50 to 249 people
company-size-large = 250 people or more
## Offers and needs
statements-title = Offers and needs
statements-empty = Nothing yet. Begin with what you offer: one text for each product or service.
offer-add = Add an offer
need-add = Add a need
opportunity-offer = Offer
opportunity-need = Need
opportunity-edit-title = Offer or need
opportunity-edit-lead = One text for each. Say what it is, what it can do, and what kind of partner you want.
opportunity-saved = The text is saved.
opportunity-removed = The text is removed.
opportunity-kind = What is it?
opportunity-kind-hint = Who pays has a need; who earns has an offer.
opportunity-title = Title
opportunity-text = Text
opportunity-text-hint = In your own language: three to six sentences.
opportunity-domains = What we understood
opportunity-domains-hint = Tick what is right. It makes the suggestions for you more exact.
opportunity-stage = How far it is
opportunity-routes = Forms of cooperation
stage-concept = Idea
stage-development = In development
stage-lab-tested = Tested in the laboratory
stage-demonstrated = Demonstrated
stage-on-market = On the market
route-joint-production = Joint production
route-joint-investment = Joint investment
route-technology-transfer = Technology transfer
route-research-consortium = Research consortium
route-distribution = Distribution
route-service-export = Export of services
route-licensing = Licensing
advice-check = Advise me
advice-length-empty = Advice appears here while you write.
advice-length-short = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}: rather short. Say what it does, and for whom.
advice-length-good = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}: a good length.
advice-length-long = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}: rather long. Few will read it to the end.
advice-nothing = No field of technology was recognised yet. Name the technology and what it is used for.
## People
people-title = People
people-empty = Nobody yet. Add the people who will sit at the table.
person-add = Add a person
person-title = A person of our company
person-saved = The person is saved.
person-removed = The person is removed.
person-name-fa = Name in Persian
person-name-ru = Name in Russian
person-name-en = Name in English
person-role = Position
person-email = Mail address
person-languages = Languages spoken
person-is-travelling = Takes part in person
person-is-reserve = Stands in when somebody else cannot come
person-reserve = Stands in
person-stays = Stays at home
