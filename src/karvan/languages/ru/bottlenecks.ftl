## What binds a whole programme, and what one more of something would bring
bottleneck-title = Что дало бы прибавление; каждое доказано повторным решением, посещения остаются прежними:
bottleneck-table = один дополнительный стол ({ $venue })
bottleneck-interpreter = один дополнительный переводчик ({ $languages })
bottleneck-slot = один дополнительный слот в конце дня (после { $times })
bottleneck-representative = один дополнительный представитель { $company }, у которой встречи во всех слотах
bottleneck-gain-must = { $n ->
    [one] на { $n } согласованную или обязательную встречу больше
    [few] на { $n } согласованные или обязательные встречи больше
   *[many] на { $n } согласованных или обязательных встреч больше
}
bottleneck-gain-want = { $n ->
    [one] на { $n } желательную встречу больше
    [few] на { $n } желательные встречи больше
   *[many] на { $n } желательных встреч больше
}
bottleneck-gain-want-fewer = { $n ->
    [one] на { $n } желательную встречу меньше
    [few] на { $n } желательные встречи меньше
   *[many] на { $n } желательных встреч меньше
}
bottleneck-gain-shortfall = { $n ->
    [one] до минимума не хватает на { $n } встречу меньше
    [few] до минимума не хватает на { $n } встречи меньше
   *[many] до минимума не хватает на { $n } встреч меньше
}
bottleneck-gain-shortfall-fewer = { $n ->
    [one] до минимума не хватает на { $n } встречу больше
    [few] до минимума не хватает на { $n } встречи больше
   *[many] до минимума не хватает на { $n } встреч больше
}
bottleneck-gain-suggestions = ценность рекомендованных встреч больше на { $n }
bottleneck-gain-suggestions-fewer = ценность рекомендованных встреч меньше на { $n }
bottleneck-gain-meetings = { $n ->
    [one] всего на { $n } встречу больше
    [few] всего на { $n } встречи больше
   *[many] всего на { $n } встреч больше
}
bottleneck-gain-meetings-fewer = { $n ->
    [one] всего на { $n } встречу меньше
    [few] всего на { $n } встречи меньше
   *[many] всего на { $n } встреч меньше
}
bottleneck-nothing = Ничего не дало бы: { $changes }.
bottleneck-none = Прибавить здесь нечего.
bottleneck-line = Если добавить — { $change }: { $gain }.
bottleneck-unsettled = Если добавить — { $change }: за отведённое время не выяснено.
load-title = Что ограничивает:
load-tables = Столы ({ $venue })
load-interpreters = Переводчики
load-company = { $company }
load-line = { $name }: встречи в { $used } из { $of } слотов, { $share }{ $full }
load-full = ; ничего не осталось: { $times }
load-never-full = ; всё занято не бывает
