## The front page
home-title = Your missions
home-empty = You do not belong to a mission yet. Whoever invites you sends you a link by mail.
demo-title = Look around the sample mission
demo-lead = A fictional mission of sixteen companies to forty-eight hosts. Choose as whom to come in; you can come back and choose again.
demo-seats = Come in as
demo-note = Only on this demonstration does one click sign somebody in. With your own account:
## A mission
phase-open-registration = Companies apply and write their profiles.
phase-open-preferences = Companies read each other's profiles and ask for meetings.
phase-open-scheduling = Requests are closed. The organiser draws up the programme.
phase-open-provisional = The programme is out. Companies look at their agendas and say what does not fit.
phase-open-final = The programme is settled. Only what must be changed is changed.
phase-open-live = The mission is under way.
phase-open-follow-up = The mission is over. What was agreed is followed up.
phase-set = Go to another phase
phase-to = Phase
phase-do = Go there
## Roles
role-owner = Owner
role-staff = Organiser's staff
role-viewer = Viewer at the organiser
role-manager = Company manager
role-representative = Company representative
role-interpreter = Interpreter
role-observer = Observer
desk-neutral = Neutral desk
desk-visitor = Desk of the visitors
desk-host = Desk of the hosts
## Acting for a company
acting-for = You act on behalf of { $company }. Everything you do is logged as such.
acting-stop = Stop
## The way through a mission
nav = Pages of the mission
nav-open = Pages
nav-group-mission = Mission
nav-group-programme = Programme
nav-mission = Overview
nav-programme = Released programme
nav-first-day = Day by day
nav-agenda = My agenda
nav-roster = My roster
nav-agendas = Agendas of companies
nav-interpreters = Rosters of interpreters
nav-first-tables = Tables
nav-group-preparation = Preparation
