## What binds a whole programme, and what one more of something would bring
bottleneck-title = What one more of something would bring; each is proved by solving again, with the visits as they are:
bottleneck-table = one more table ({ $venue })
bottleneck-interpreter = one more interpreter ({ $languages })
bottleneck-slot = one more slot at the end of the day (after { $times })
bottleneck-representative = one more representative of { $company }, who meets in every slot
bottleneck-gain-must = { $n ->
    [one] one more fixed or must meeting
   *[other] { $n } more fixed or must meetings
}
bottleneck-gain-want = { $n ->
    [one] one more wanted meeting
   *[other] { $n } more wanted meetings
}
bottleneck-gain-want-fewer = { $n ->
    [one] one wanted meeting fewer
   *[other] { $n } wanted meetings fewer
}
bottleneck-gain-shortfall = { $n ->
    [one] one meeting less lacking to the minimum
   *[other] { $n } meetings less lacking to the minimum
}
bottleneck-gain-shortfall-fewer = { $n ->
    [one] one meeting more lacking to the minimum
   *[other] { $n } meetings more lacking to the minimum
}
bottleneck-gain-suggestions = suggestions worth { $n } more
bottleneck-gain-suggestions-fewer = suggestions worth { $n } less
bottleneck-gain-meetings = { $n ->
    [one] one meeting more in all
   *[other] { $n } meetings more in all
}
bottleneck-gain-meetings-fewer = { $n ->
    [one] one meeting fewer in all
   *[other] { $n } meetings fewer in all
}
bottleneck-nothing = Nothing would be gained by any of these: { $changes }.
bottleneck-none = There is nothing of which one more could be had.
bottleneck-line = With { $change }: { $gain }.
bottleneck-unsettled = With { $change }: not settled in the time that there was.
load-title = What binds:
load-tables = Tables ({ $venue })
load-interpreters = Interpreters
load-company = { $company }
load-line = { $name }: a meeting in { $used } of { $of } times, { $share }{ $full }
load-full = ; none left at { $times }
load-never-full = ; never all taken
