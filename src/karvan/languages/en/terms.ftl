## The words of the field (see docs: glossary)
side-visitor = Visitors
side-host = Hosts
block-meetings = Meetings
block-visit = Site visit
block-plenary = Plenary
block-reception = Reception
block-transfer = Transfer
block-break = Break
level-fixed = Fixed
level-must = Must
level-want = Want
level-suggestion = Suggestion
status-optimal = optimal: no programme is better, comfort apart
status-feasible = complete and checked; a better one may exist
status-infeasible = impossible
status-unknown = no answer within the limits
count-meetings = { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
}
