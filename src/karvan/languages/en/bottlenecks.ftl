## What binds a whole programme, and what one more of something would bring
bottleneck-title = What one more of something would bring; each is proved by solving again, with the visits as they are:
bottleneck-table = One more table at { $venue }: { $gain }
bottleneck-interpreter = One more interpreter for { $languages }: { $gain }
bottleneck-slot = One more slot at the end of the day (after { $times }): { $gain }
bottleneck-representative = One more representative of { $company }, who meets in every slot: { $gain }
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
bottleneck-nothing = nothing.
bottleneck-none = Nothing was settled in the time that there was.
