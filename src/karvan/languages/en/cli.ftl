## The command line
cli-about = Karvan runs bilateral technology missions: a mission's workbook in, a checked programme out.
cli-usage = Usage:
cli-arguments = Arguments
cli-options = Options
cli-commands = Commands
cli-help-help = show this help and leave
cli-version-help = show the version and leave
cli-ui-lang-help = language of messages: en, fa or ru (default: the locale's)
cli-bad-usage = { $message }
    See “{ $command } --help”.
cli-usage-required = Missing: { $names }.
cli-usage-unrecognised = Not understood: { $names }.
cli-usage-ambiguous = { $name } could mean any of { $known }.
cli-usage-no-value = { $name } needs a value.
cli-usage-has-value = { $name } takes no value.
cli-usage-choice = { $name }: “{ $value }” is none of { $known }.
cli-usage-value = { $name }: { $what }
cli-usage-whole-1 = “{ $value }” is no whole number of { $least } or more.
cli-usage-whole-2 = “{ $value }” is no whole number from { $least } to { $most }.
cli-usage-seconds = “{ $value }” is no number of seconds above 0.
cli-usage-fairness = “{ $value }” is neither a whole number of 0 or more nor “none”.
cli-interrupted = Interrupted; there was nothing to keep.
cli-demo-about = create the sample mission and serve it in a browser
cli-serve-about = serve an existing installation
cli-worker-about = do the long work of an installation (matching, scheduling); `serve` starts one by itself
cli-plan-about = draw up the programme of a mission: match, assign visits, schedule, check, write the documents
cli-match-about = suggest partners with reasons, as JSON
cli-schedule-about = solve a benchmark file (.dzn)
cli-check-about = have the referee check a programme: every rule, every figure
cli-explain-about = say why these meetings, why not that one, what would make it possible
cli-workbook-about = write an empty workbook, or list all problems of a filled one
cli-mission-help = a workbook (.xlsx) or a folder of CSV files
cli-programme-help = a programme.json
cli-company-help = a company's code; without one: what binds the whole programme, and what one more table, interpreter or slot would bring
cli-counterpart-help = another company's code: why they do not meet, and what would help
cli-output-help = the file to write (default: standard output)
cli-plan-output-help = the folder for programme.json, programme.xlsx, report.html, agendas/ and calendars/
cli-plan-one-more-help = seconds for finding out what one more table, interpreter or slot would bring; 0 leaves it out (default: 3)
cli-plan-lang-help = languages of the documents, for instance fa,ru,en (default: the mission's)
cli-time-limit-help = seconds that the search may take (default: %(default)s)
cli-seed-help = seed of the search (default: %(default)s)
cli-workers-help = search threads (default: %(default)s)
cli-iterations-help = end after so many steps; with one worker and a seed the answer is always the same
cli-cluster-help = address of a Dask scheduler whose workers help with a large problem, like tcp://10.0.0.5:8786
cli-cluster-missing = A cluster needs the Python package “distributed”: install Karvan with its extra “cluster”.
cli-cluster-unreachable = No Dask scheduler answers at { $address }: { $why }
cli-fairness-help = by how many breaks two participants may differ at most, or none (default: %(default)s)
cli-problem-help = a benchmark file (.dzn)
cli-top-help = suggestions per company (default: %(default)s)
cli-port-help = port on the loopback address (default: %(default)s)
cli-no-browser-help = do not open a browser
cli-workbook-what-help = new: write an empty workbook; check: list all problems
cli-workbook-file-help = the workbook (.xlsx), or for check also a folder of CSV files
cli-workbook-lang-help = language of the workbook's comments; Persian sheets run from right to left
cli-workbook-written = { $path }: an empty workbook. Fill it in, then run “karvan workbook check { $path }”.
cli-workbook-good = No errors: { $companies ->
        [one] { $companies } company
       *[other] { $companies } companies
    }, { $opportunities ->
        [one] { $opportunities } offer or need
       *[other] { $opportunities } offers and needs
    }, { $requests ->
        [one] { $requests } request
       *[other] { $requests } requests
    }.
cli-workbook-bad = The workbook has errors; nothing was taken over. Correct the lines above and check again.
cli-file-exists = { $path } exists already and was left as it is. Choose another name.
cli-unreadable = { $path } cannot be read: { $why }.
cli-unwritable = { $path } cannot be written: { $why }.
cli-not-json = { $file } is no JSON.
cli-not-json-at = { $file } is no JSON: line { $line }, column { $column }.
cli-json = { $file }, { $place }: { $problem }
cli-unknown-company = There is no company { $code } in this mission. Close to it: { $near }.
cli-unknown-language = Karvan does not speak { $code }; it speaks { $known }.
cli-matching = Matching offers to needs …
cli-searching = Searching …
cli-progress = { $goal }: { $value } (bound { $bound }); { $placed } of { $total } placed
cli-seconds-left = {"; "}{ $n } s left
cli-planned-optimal = { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }, checked by the referee; none is better, comfort apart. Written to { $path }.
cli-planned-feasible = { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }, checked by the referee; a better programme may exist. Written to { $path }.
cli-planned-infeasible = Impossible: the meetings that are already fixed contradict each other. The reasons are in { $path }.
cli-planned-unknown = No programme was found in this time; none was ruled out. Allow more time with --time-limit. See { $path }.
cli-violation = { $rule } Broken by: { $particulars }
cli-checked-good = The referee finds nothing wrong: { $rules } rules kept by { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }.
cli-checked-bad = The referee found { $n ->
        [one] { $n } violation
       *[other] { $n } violations
    } of { $rules ->
        [one] { $rules } rule
       *[other] { $rules } rules
    }.
cli-serving = Karvan is at { $address }  (Ctrl-C ends it)
cli-working = Working on what is queued  (Ctrl-C ends it)
cli-preparing = Preparing the sample mission (once; the next start is quick) …
cli-demo-failed = No programme of the sample mission was found in this time. Start again when the computer is less busy.
cli-scheduled = { $status ->
        [optimal] { $breaks ->
            [one] { $breaks } break, and no schedule has fewer.
           *[other] { $breaks } breaks, and no schedule has fewer.
        }
        [feasible] { $breaks ->
            [one] { $breaks } break; no schedule has fewer than { $bound }.
           *[other] { $breaks } breaks; no schedule has fewer than { $bound }.
        }
        [infeasible] Proved impossible: no schedule keeps all rules.
       *[unknown] No complete schedule was found in this time; none was ruled out.
    }
explain-company = { $company }: { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }.
explain-meeting = { $day }, { $time }: { $company }. { $why } Score { $score }.
explain-fixed = Agreed beforehand.
explain-must = A must of { $who }.
explain-want = Wanted by { $who }.
explain-suggestion = Suggested: an offer answers a need.
explain-not = { $companies } do not meet:
explain-would-help = What would make it possible:
explain-itself = { $company } cannot meet itself.
because-domains = { $n ->
        [one] domain in common: { $values }
       *[other] domains in common: { $values }
    }
because-words = words in common: { $values }
because-meanings = the same in other words: { $values }
because-routes = { $n ->
        [one] cooperation route in common: { $values }
       *[other] cooperation routes in common: { $values }
    }
cli-host-help = address to listen on (default: %(default)s)
cli-port-taken = Port { $port } cannot be used: { $why }. Choose another with --port.
cli-judged-bad = The answer breaks { $n } rules and was thrown away. This is a bug in Karvan; please report it with the file.
demo-release-name = Provisional programme
cli-more-issues = … and { $n ->
        [one] { $n } more problem
       *[other] { $n } more problems
    }. Correct these first.
cli-proof-about = write why no schedule of a problem file has fewer breaks, or check such a proof
cli-proof-output-help = the folder for bound.json, and with --breaks fewer.cnf and fewer.drat
cli-proof-check-help = a bound.json to check
cli-proof-breaks-help = the breaks that no schedule is said to be below, where prices alone prove less
cli-proof-no-timetable = There is no such proof for this problem: it needs one venue, one day, and two participants a meeting, all mandatory.
cli-proof-slots = The table has prices for { $n } slots, the problem has { $slots } slots.
cli-proof-holds = { $n ->
    [one] The table proves it: no schedule has fewer than { $n } break.
   *[other] The table proves it: no schedule has fewer than { $n } breaks.
 }
cli-proof-fails = The table does not prove it: it claims { $n }, its prices give { $found }.
cli-proof-table = Prices of tables alone prove that no schedule has fewer breaks than { $n }: bound.json.
cli-proof-written = No schedule has fewer breaks than { $n }: fewer.cnf asks for one, fewer.drat refutes it (drat-trim checks it).
cli-proof-false = There is a schedule with fewer breaks than { $n }: nothing to prove.
cli-administrator-about = invite the first administrator of an installation
cli-administrator-email-help = the mail address
cli-administrator-name-help = their name
cli-administrator-lang-help = language of the letter
cli-administrator-site-help = where the installation is reached
cli-administrator-link = A letter with this link is on its way. It works once, within two weeks:
