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
issue-duplicate-pair = The pair with “{ $value }” is already graded in an earlier row.
issue-graded-same-side = “{ $value }” is on the same side as the company; only pairs of the two sides are graded.

## Who meets whom
cli-select-help = choose who meets whom, the worst-off company first, and report how even that is
selection-proved = { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }; value of the suggestions { $value }, and no choice exceeds { $bound }.
selection-fairness = { $side }: fewest { $least }, quartiles { $low } / { $middle } / { $high }, most { $most }, Gini { $gini }
selection-refused = { $companies }: agreed, but one of them has no room.
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
