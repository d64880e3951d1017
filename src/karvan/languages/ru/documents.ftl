## Документы: личные программы, календари, рабочая книга и отчёт организатора
document-all = { $side } (все)
document-table-at = Стол { $table }, { $venue }

agenda-title = Личная программа
agenda-dates = Даты
agenda-sides = Стороны
agenda-side = { $side }: { $country }
agenda-programme = Ваша программа
count-visits = { $n ->
    [0] без посещений
    [one] { $n } посещение
    [few] { $n } посещения
   *[many] { $n } посещений
}
agenda-times = Время
agenda-local-times = Местное, { $city }
agenda-continued = продолжение
agenda-interpreter = Переводчик
agenda-language = Язык
agenda-offers = Предлагает
agenda-needs = Ищет
agenda-notes = Заметки
agenda-page = Страница { $page } из { $pages }
agenda-empty = В вашей программе пока ничего нет.
agenda-empty-hint = Как только организатор внесёт встречу или посещение, они появятся здесь. Если вы уже ждали встречи, напишите, пожалуйста, организатору.

calendar-name = { $mission }: { $company }
calendar-meeting = Встреча: { $counterpart }
calendar-people = Ожидаются: { $people }
calendar-interpreter = Переводчик: { $name }
calendar-language = Язык: { $languages }

workbook-overview = Обзор
workbook-status = Состояние: программа { $status }
workbook-figures = Показатели
workbook-number = Число
workbook-of = из
workbook-share = Доля
workbook-goals = Цели, начиная с главной
workbook-reached = Достигнуто
workbook-bound = Не исключено
workbook-certainty = Достоверность
workbook-proved = доказано: лучше не бывает
workbook-not-proved = возможно, есть лучше
workbook-gregorian = Дата
workbook-solar-hijri = Солнечная хиджра
workbook-start = С
workbook-end = До
workbook-meetings = Встречи
workbook-code = Код
workbook-company = Компания
workbook-own-name = Компания, на своём языке
workbook-counterpart-code = Код 2
workbook-counterpart = Контрагент
workbook-counterpart-own-name = Контрагент, на своём языке
workbook-place = Место
workbook-interpreter = Переводчик
workbook-level = Уровень
workbook-score = Оценка
workbook-companies = Компании
workbook-companies-note = Встречи по дням; окно — свободное время между двумя встречами одного дня
workbook-side = Сторона
workbook-city = Город
workbook-total = Встречи
workbook-breaks = Окна
workbook-attended = Посещения и блоки
workbook-interpreters = Переводчики
workbook-interpreters-note = Встречи каждого переводчика по времени; ниже — минуты за каждый день
workbook-minutes = Минуты
workbook-minutes-per-day = Минуты за день
workbook-with-interpreter = Переводчик: { $name }
workbook-blocks = Посещения и блоки
workbook-kind = Вид
workbook-title = Название
workbook-participants = Кто участвует
workbook-unplaced = Не вошли
workbook-unplaced-note = Только для организатора: почему этих встреч нет в программе и что позволило бы их включить
workbook-unplaced-none = Все запрошенные встречи вошли в программу.
workbook-reasons = Почему нет
workbook-relaxations = Что сделало бы встречу возможной

report-title = Отчёт о программе
report-languages = Язык
report-parts = Разделы отчёта
report-figures = Ключевые показатели
report-of = из
report-goals = Цели
report-goals-note = Цели идут по важности: каждая достигнута настолько, насколько можно, не ухудшая тех, что выше. Граница — лучшее значение, которое не исключено.
report-goal = Цель
report-reached = Достигнуто
report-bound = Граница
report-certainty = Достоверность
report-proved = доказано
report-not-proved = не доказано
report-check = Независимая проверка
report-sound = Все { $rules } правил проверены независимо от планировщика: ни одно не нарушено, все показатели верны.
report-unsound = { $n ->
    [one] Правила нарушены в { $n } месте. Не публикуйте эту программу.
   *[other] Правила нарушены в { $n } местах. Не публикуйте эту программу.
}
report-rule = Правило
report-who = Кто
report-where = Где
report-fairness = Насколько равномерно распределены встречи
report-fairness-note = Одна точка — одна компания; она стоит над числом своих встреч.
report-spread = Меньше всего встреч — { $fewest }, в середине — { $middle }, больше всего — { $most }
report-as-table = В виде таблицы
report-company = Компания
report-meetings = Встречи
report-breaks = Окна
report-bottlenecks = Что ограничивает
report-bottlenecks-note = Каждый столбец — один слот: сколько занято из того, что есть. Где столбец полон, ничего не осталось.
report-busiest = Самые занятые компании
report-times = Слоты со встречами
report-used-of = { $used } из { $of }
report-at-time = { $time }: { $used } из { $of }
report-one-more = Что дало бы прибавление
report-one-more-note = Каждое изменение внесено в миссию, и задача решена заново до доказательства; посещения остаются прежними.
report-one-more-none = Об этом не спрашивали. Команда «karvan explain» выяснит это для любой программы.
report-days = День за днём
report-days-note = По вертикали столы, по горизонтали время. Узкие столбцы — то, что проходит помимо встреч.
report-place = Стол
report-with-interpreter = Переводчик: { $name }
report-free-tables = { $n ->
    [one] Ещё { $n } стол свободен весь день.
    [few] Ещё { $n } стола свободны весь день.
   *[many] Ещё { $n } столов свободны весь день.
}
report-no-meetings = В этот день встреч нет.
report-unplaced = Не вошли в программу
report-unplaced-note = Только для организатора. Компаниям сообщайте лишь то, что встречу не удалось разместить.
report-all-placed = Все запрошенные встречи вошли в программу.
report-why = Почему нет
report-remedy = Что сделало бы встречу возможной
report-interpreters = Переводчики
report-interpreter = Переводчик
report-minutes-of = { $minutes } из { $most } мин
report-no-interpreters = Для этой миссии переводчики не указаны.
report-footer = Составлено в Karvan — свободной программе для двусторонних технологических миссий.
