## The command line
cli-match-output-help = the file to write; for the other answers the same as JSON, besides the table (default: standard output)
cli-usage-together = { $name } and { $other } cannot be given together.

## How good the matcher is
cli-evaluate-help = measure the suggestions against graded pairs (CSV: company, counterpart, grade, kind) and print a table
evaluation-companies = companies
evaluation-pairs = exact pairs
evaluation-ndcg = nDCG@10
evaluation-recall = recall@5
evaluation-hard = hard in top 3
evaluation-calibration = calibration error
evaluation-all = all
evaluation-languages = { $company } looks for { $counterpart }
evaluation-wordless = no word in common
evaluation-without = without { $part }
evaluation-part-concepts = concepts
evaluation-part-fields = fields
evaluation-part-words = words
evaluation-part-domains = domains
evaluation-part-routes = routes
evaluation-part-complements = complements
issue-duplicate-pair = The pair with “{ $value }” is already graded in an earlier row.
issue-graded-same-side = “{ $value }” is on the same side as the company; only pairs of the two sides are graded.

## Who meets whom
cli-select-help = choose who meets whom, the worst-off company first, and report how even that is
selection-proved = { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }; value of the suggestions { $value }, and no choice exceeds { $bound }.
selection-fairness = { $side }: fewest { $least }, quartiles { $low } / { $middle } / { $high }, most { $most }, Gini { $gini }
selection-refused = { $companies }: agreed, but one of them has no room, or they are never free at the same time.
selection-avoided = { $companies }: agreed, but one of them does not wish to meet the other.
selection-few = { $company } has { $n ->
        [0] no meeting
        [one] { $n } meeting
       *[other] { $n } meetings
    }: { $why }
selection-limit-room = it has room for { $room } and no more.
selection-limit-candidates = { $n ->
        [0] nobody who may meet it fits it.
        [one] { $n } counterpart fits it and may meet it, and no other.
       *[other] { $n } counterparts fit it and may meet it, and no others.
    }
selection-limit-counterparts = { $n ->
        [one] { $n } counterpart fits it, but has
       *[other] { $n } counterparts fit it, but have
    } no room that would not be taken from a company with as few.

## Teams for a joint project
cli-consortium-help = find the smallest teams that cover a joint project (a JSON file), with the best mutual fit
cli-unknown-concept = { $file }, { $place }: the taxonomy has no concept “{ $why }”.
cli-not-understood = { $file }, { $place }: no concept of the taxonomy was found in “{ $why }”; say it in other words, or name a concept.
consortium-title = Teams for “{ $title }”
consortium-untaken = No team is possible: nobody who may take it offers { $parts }.
consortium-closest = closest to { $part }: { $companies }
consortium-none = No team is possible: those who could take the parts cannot be in one team with members of both sides.
consortium-unknown = No team was found; none was ruled out. Ask for fewer parts.
consortium-team = { $number }. { $members }; coverage { $coverage }, mutual fit { $fit }
consortium-part = { $part }: { $company }, who offers “{ $offer }”
consortium-for-its-side = { $company } takes no part; with it both sides are in the team.
consortium-tie = { $companies } suit each other (score { $score }).
consortium-proved = { $n ->
        [one] { $n } company is
       *[other] { $n } companies are
    } needed at least, and of the teams of one size none is better than the first shown: every other was ruled out.
consortium-unproved = There may be smaller or better teams: the search was ended before all others were ruled out. The smallest found has { $n ->
        [one] { $n } member
       *[other] { $n } members
    }.

## Search
cli-search-help = find companies by name (in any script), and by what they offer and need (in any of the languages)
search-nothing = Nothing was found for “{ $query }”.
search-hit = { $company }: { $score }
search-name = its name sounds like this: { $names }
search-opportunity = { $kind ->
        [offer] offers
       *[need] needs
    } “{ $text }” ({ $ties })
