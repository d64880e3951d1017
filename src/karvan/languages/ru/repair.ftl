## Исправление: наименьшее изменение после того, как что-то случилось
cli-repair-about = исправить опубликованную программу после изменений, затронув как можно меньше компаний
cli-changes-help = файл changes.json: что случилось после публикации
cli-repair-output-help = папка для programme.json, programme.xlsx, repair.json, changes.html, изменённой миссии, а также программ и календарей тех, кого это касается (по умолчанию — JSON в стандартный вывод)
cli-repair-bug = Арбитр не принимает это исправление, поэтому оно не записано. Пожалуйста, сообщите об ошибке.
cli-repair-begun = То, что уже началось, само нарушает эти правила; пока это не устранено, исправить программу нельзя:
cli-repaired-optimal = Исправлено и проверено арбитром; исправления с меньшими изменениями не существует.{ $path ->
        [none] {""}
       *[other] {" "}Записано в { $path }.
    }
cli-repaired-feasible = Исправлено и проверено арбитром; возможно, существует исправление с меньшими изменениями.{ $path ->
        [none] {""}
       *[other] {" "}Записано в { $path }.
    }
goal-repair_fixed_lost = Договорённости, которые нельзя сохранить
goal-repair_must_lost = Потеряно обязательных встреч
goal-repair_want_lost = Потеряно желательных встреч
goal-repair_companies = Компании с изменённой программой
goal-repair_suggestions_lost = Потеряно предложенных встреч
goal-repair_moved = Перенесено встреч
goal-repair_shift = Сдвиг в минутах, всего
goal-repair_tables = Прочие смены стола
goal-repair_interpreters = Прочие смены переводчика
repair-title = Изменения в программе
repair-told = Кому и что сообщить
repair-goals = Чего стоит исправление
repair-alternatives = Что можно сделать вместо этого
repair-organiser = Для организатора: мелкие строки под изменением не предназначены для компаний.
repair-nothing = Ничего не меняется.
repair-summary = { $companies ->
        [0] Ни одна программа не меняется
        [one] Меняется программа { $companies } компании
        [few] Меняются программы { $companies } компаний
       *[other] Меняются программы { $companies } компаний
    }: перенесено — { $moved }, другой стол — { $reseated }, другой переводчик — { $reinterpreted }, добавлено — { $added }, потеряно — { $lost }.
repair-company = { $company } — сообщить:
repair-when = { $day }, { $time }
repair-meeting-moved = Встреча с компанией { $company } ({ $before }) переносится: { $after }. Место: { $place }.
repair-meeting-reseated = Встреча с компанией { $company } ({ $after }) теперь проходит здесь: { $place }.
repair-meeting-reinterpreted = На встрече с компанией { $company } ({ $after }) теперь переводит { $interpreter }.
repair-meeting-added = Новая встреча с компанией { $company }: { $after }. Место: { $place }.
repair-meeting-lost = Встреча с компанией { $company } ({ $before }) не состоится.
repair-block-moved = { $block }: не { $before }, а { $after }. Место: { $place }.
repair-block-off = { $block }, { $time }: больше нет в программе.
repair-block-on = { $block }, { $time }: новое в программе.
repair-was-fixed = О ней договорились заранее; договорённость сохранить нельзя.
repair-withdrawn = Она больше не нужна.
repair-not-asked-for = О ней никто не просил, и без новых изменений места для неё не было.
repair-goal = { $goal }: { $value } (не меньше: { $bound })
repair-goal-proved = { $goal }: { $value } (доказано: меньше нельзя)
repair-instead = { $goal }: { $value } вместо { $instead }
repair-would-meet = Встретились бы { $companies }: { $time }
repair-alternative-fewer-companies = Вместо этого можно изменить меньше программ:
repair-alternative-more-suggestions = Вместо этого можно сохранить больше предложенных встреч:
repair-alternative-fill = Вместо этого можно провести встречи, которым раньше не нашлось места:
reason-too-late = Все слоты, открытые для обеих компаний ({ $companies }), уже начались.
repair-problem = { $file }, { $place }: { $problem }
changes-right = { $problem } Правильно: { $expected }
changes-not-an-object = Здесь ожидается объект в фигурных скобках.
changes-wrong-format = «{ $value }» — не формат изменений.
changes-not-a-list = Здесь ожидается список изменений.
changes-unknown-field = «{ $value }» здесь не предусмотрено.
changes-unknown-kind = Нет изменения вида «{ $value }».
changes-missing = Это обязательно указать.
changes-not-text = { $value } — не текст в кавычках.
changes-not-a-moment = «{ $value }» — не дата и время.
changes-unknown-value = «{ $value }» здесь невозможно.
changes-unknown-company = Нет компании с кодом «{ $value }».
changes-unknown-interpreter = Нет переводчика с кодом «{ $value }».
changes-unknown-table = Нет стола «{ $value }».
changes-ambiguous-table = «{ $value }» может означать несколько столов.
changes-unknown-block = В программе нет блока { $value }.
changes-ambiguous-block = { $value } может означать несколько блоков.
changes-block-gone = Блок { $value } отменён одним из предыдущих изменений.
changes-ends-before-start = Конец ({ $value }) должен быть позже начала ({ $expected }).
changes-not-on-a-day = { $value }: блок начинается и заканчивается в один из дней миссии.
changes-not-shorter = { $value } выходит за пределы прежнего блока.
changes-has-begun = { $value } раньше «now»: начавшееся не меняется.
changes-meets-itself = «{ $value }» не может встретиться сама с собой.
changes-already-there = { $value }: эта встреча уже есть.
changes-avoided = { $value }: одна из сторон не желает этой встречи. Сначала измените этот запрос.
changes-no-such-meeting = { $value }: такой встречи нет, и о ней не просили.
changes-meeting-begun = Встреча { $value } уже началась и не меняется.
