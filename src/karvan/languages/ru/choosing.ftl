## The command line
cli-match-output-help = файл для записи; для других ответов — то же в JSON, помимо таблицы (по умолчанию: стандартный вывод)
cli-usage-together = { $name } и { $other } нельзя указать вместе.

## How good the matcher is
cli-evaluate-help = сравнить рекомендации с оценёнными парами (CSV: company, counterpart, grade, kind) и вывести таблицу
evaluation-companies = компаний
evaluation-pairs = точных пар
evaluation-ndcg = порядок (nDCG@10)
evaluation-recall = полнота (recall@5)
evaluation-hard = ложные в первых 3
evaluation-calibration = ошибка калибровки
evaluation-all = все
evaluation-languages = { $company } ищет { $counterpart }
evaluation-wordless = без общих слов
evaluation-without = без { $part }
evaluation-part-concepts = понятий
evaluation-part-fields = областей
evaluation-part-words = слов
evaluation-part-domains = доменов
evaluation-part-routes = форм сотрудничества
evaluation-part-complements = дополнений
issue-duplicate-pair = Пара с «{ $value }» уже оценена в одной из строк выше.
issue-graded-same-side = «{ $value }» на той же стороне, что и компания; оцениваются только пары двух сторон.

## Who meets whom
cli-select-help = выбрать, кто с кем встречается (сначала компания, у которой меньше всего встреч), и показать, насколько это равномерно
selection-proved = { $n ->
        [one] { $n } встреча
        [few] { $n } встречи
       *[other] { $n } встреч
    }; ценность рекомендаций { $value }, и ни один выбор не превышает { $bound }.
selection-fairness = { $side }: меньше всего { $least }, квартили { $low } / { $middle } / { $high }, больше всего { $most }, индекс Джини { $gini }
selection-refused = { $companies }: встреча согласована, но у одной из компаний нет места или они никогда не свободны одновременно.
selection-avoided = { $companies }: встреча согласована, но одна из компаний не хочет встречаться с другой.
selection-few = { $company }: { $n ->
        [0] встреч нет
        [one] { $n } встреча
        [few] { $n } встречи
       *[other] { $n } встреч
    }; { $why }
selection-limit-room = больше { $room } она провести не может.
selection-limit-candidates = { $n ->
        [0] никто из тех, с кем она может встретиться, ей не подходит.
        [one] ей подходит и может с ней встретиться только { $n } контрагент.
        [few] ей подходят и могут с ней встретиться только { $n } контрагента.
       *[other] ей подходят и могут с ней встретиться только { $n } контрагентов.
    }
selection-limit-counterparts = { $n ->
        [one] ей подходит { $n } контрагент, но у него
        [few] ей подходят { $n } контрагента, но у них
       *[other] ей подходят { $n } контрагентов, но у них
    } нет места, которое не пришлось бы отнять у компании с таким же числом встреч.

## Teams for a joint project
cli-consortium-help = найти наименьшие команды, которые покрывают совместный проект (файл JSON) и лучше всего подходят друг другу
cli-unknown-concept = { $file }, { $place }: в таксономии нет понятия «{ $why }».
cli-not-understood = { $file }, { $place }: в «{ $why }» не найдено ни одного понятия таксономии; напишите иначе или назовите понятие.
consortium-title = Команды для проекта «{ $title }»
consortium-untaken = Команда невозможна: никто из тех, кто мог бы за это взяться, не предлагает { $parts }.
consortium-closest = ближе всего к { $part }: { $companies }
consortium-none = Команда невозможна: те, кто мог бы взять эти части, не могут быть в одной команде с участниками обеих сторон.
consortium-unknown = Команда не найдена, но и не исключена. Уменьшите число частей.
consortium-team = { $number }. { $members }; покрытие { $coverage }, взаимное соответствие { $fit }
consortium-part = { $part }: { $company } предлагает «{ $offer }»
consortium-for-its-side = { $company } не берёт ни одной части, но с этой компанией в команде представлены обе стороны.
consortium-tie = { $companies } подходят друг другу (оценка { $score }).
consortium-proved = Требуется как минимум { $n ->
        [one] { $n } компания
        [few] { $n } компании
       *[other] { $n } компаний
    }, и среди команд одного размера нет лучшей, чем показанная первой: все остальные исключены.
consortium-unproved = Возможны команды меньше или лучше: поиск закончился раньше, чем были исключены все остальные. В наименьшей из найденных { $n ->
        [one] { $n } участник
        [few] { $n } участника
       *[other] { $n } участников
    }.

## Search
cli-search-help = найти компании по названию (любым письмом) и по тому, что они предлагают и ищут (на любом из языков)
search-nothing = По запросу «{ $query }» ничего не найдено.
search-hit = { $company }: { $score }
search-name = название звучит похоже: { $names }
search-opportunity = { $kind ->
        [offer] предложение
       *[need] запрос
    }: «{ $text }» ({ $ties })
