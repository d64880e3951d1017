## Слова этой области
side-visitor = Гости
side-host = Принимающая сторона
block-meetings = Двусторонние встречи
block-visit = Посещение объекта
block-plenary = Пленарное заседание
block-reception = Приём
block-transfer = Трансфер
block-break = Перерыв
level-fixed = Согласована
level-must = Обязательная
level-want = Желательная
level-suggestion = По рекомендации
status-optimal = оптимальна: лучшей программы, не считая удобств, не существует
status-feasible = полная и проверенная; возможно, есть лучшая
status-infeasible = невозможно
status-unknown = за отведённое время ответа нет
count-meetings = { $n ->
    [one] { $n } встреча
    [few] { $n } встречи
   *[many] { $n } встреч
}
