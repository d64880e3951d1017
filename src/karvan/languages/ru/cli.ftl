## Командная строка
cli-about = «Карван» ведёт двусторонние технологические бизнес-миссии: на входе книга миссии, на выходе проверенная программа.
cli-usage = Использование:
cli-arguments = Аргументы
cli-options = Параметры
cli-commands = Команды
cli-help-help = показать эту справку и выйти
cli-version-help = показать версию и выйти
cli-ui-lang-help = язык сообщений: en, fa или ru (по умолчанию — язык системы)
cli-bad-usage = { $message }
    Справка: «{ $command } --help».
cli-usage-required = Не указано: { $names }.
cli-usage-unrecognised = Непонятно: { $names }.
cli-usage-ambiguous = { $name } может означать { $known }.
cli-usage-no-value = { $name }: нужно значение.
cli-usage-has-value = { $name }: значение не нужно.
cli-usage-choice = { $name }: вместо «{ $value }» возможны { $known }.
cli-usage-value = { $name }: { $what }
cli-usage-whole-1 = «{ $value }» — не целое число от { $least } и больше.
cli-usage-whole-2 = «{ $value }» — не целое число от { $least } до { $most }.
cli-usage-seconds = «{ $value }» — не число секунд больше 0.
cli-usage-fairness = «{ $value }» — не целое число от 0 и не «none».
cli-interrupted = Прервано; сохранять было нечего.
cli-demo-about = создать пример миссии и показать его в браузере
cli-serve-about = запустить существующую установку
cli-worker-about = выполнять долгую работу установки (подбор, расписание); `serve` запускает такой процесс сам
cli-plan-about = составить программу миссии: подбор, посещения, расписание, проверка, документы
cli-match-about = предложить контрагентов с обоснованием, в JSON
cli-schedule-about = решить тестовую задачу (.dzn)
cli-check-about = проверить программу арбитром: каждое правило, каждый показатель
cli-explain-about = объяснить, почему эти встречи, почему нет другой и что сделало бы её возможной
cli-workbook-about = создать пустую книгу или перечислить все ошибки заполненной
cli-mission-help = книга (.xlsx) или папка с файлами CSV
cli-programme-help = файл programme.json
cli-company-help = код компании; без него: что сдерживает всю программу и что дали бы ещё один стол, переводчик или слот
cli-counterpart-help = код другой компании: почему они не встречаются и что поможет
cli-output-help = файл для записи (по умолчанию — стандартный вывод)
cli-plan-output-help = папка для programme.json, programme.xlsx, report.html, agendas/ и calendars/
cli-plan-one-more-help = секунды, чтобы выяснить, что дал бы ещё один стол, переводчик или слот; 0 — не выяснять (по умолчанию 3)
cli-plan-lang-help = языки документов, например fa,ru,en (по умолчанию — языки миссии)
cli-time-limit-help = сколько секунд может длиться поиск (по умолчанию %(default)s)
cli-seed-help = начальное число поиска (по умолчанию %(default)s)
cli-workers-help = число потоков поиска (по умолчанию %(default)s)
cli-iterations-help = закончить после стольких шагов; при одном потоке и заданном начальном числе ответ всегда один
cli-cluster-help = адрес планировщика Dask, рабочие процессы которого помогают с большой задачей, например tcp://10.0.0.5:8786
cli-cluster-missing = Для работы с кластером нужен пакет Python «distributed»: установите Karvan с дополнением «cluster».
cli-cluster-unreachable = По адресу { $address } не отвечает ни один планировщик Dask: { $why }
cli-fairness-help = на сколько окон могут различаться два участника, или none (по умолчанию %(default)s)
cli-problem-help = файл тестовой задачи (.dzn)
cli-top-help = предложений на компанию (по умолчанию %(default)s)
cli-port-help = порт на локальном адресе (по умолчанию %(default)s)
cli-no-browser-help = не открывать браузер
cli-workbook-what-help = new — пустая книга; check — все ошибки
cli-workbook-file-help = книга (.xlsx), для check также папка с CSV
cli-workbook-lang-help = язык примечаний книги; персидские листы идут справа налево
cli-workbook-written = { $path }: пустая книга создана. Заполните её и выполните «karvan workbook check { $path }».
cli-workbook-good = Ошибок нет: { $companies ->
        [one] { $companies } компания
        [few] { $companies } компании
       *[many] { $companies } компаний
    }, { $opportunities ->
        [one] { $opportunities } предложение или запрос
        [few] { $opportunities } предложения и запроса
       *[many] { $opportunities } предложений и запросов
    }, { $requests ->
        [one] { $requests } запрос на встречу
        [few] { $requests } запроса на встречу
       *[many] { $requests } запросов на встречу
    }.
cli-workbook-bad = В книге есть ошибки, ничего не загружено. Исправьте строки выше и проверьте снова.
cli-file-exists = { $path } уже существует и не изменён. Выберите другое имя.
cli-unreadable = Не удаётся прочитать { $path }: { $why }.
cli-unwritable = Не удаётся записать { $path }: { $why }.
cli-not-json = { $file } — не JSON.
cli-not-json-at = { $file } — не JSON: строка { $line }, столбец { $column }.
cli-json = { $file }, { $place }: { $problem }
cli-unknown-company = В этой миссии нет компании { $code }. Похожие коды: { $near }.
cli-unknown-language = «Карван» не говорит на { $code }; его языки: { $known }.
cli-matching = Сопоставляем предложения и запросы …
cli-searching = Поиск …
cli-progress = { $goal }: { $value } (граница { $bound }); размещено { $placed } из { $total }
cli-seconds-left = {"; "}осталось { $n } с
cli-planned-optimal = { $n ->
        [one] { $n } встреча
        [few] { $n } встречи
       *[many] { $n } встреч
    }, проверено арбитром; лучшей программы, не считая удобств, не существует. Записано в { $path }.
cli-planned-feasible = { $n ->
        [one] { $n } встреча
        [few] { $n } встречи
       *[many] { $n } встреч
    }, проверено арбитром; возможно, есть программа лучше. Записано в { $path }.
cli-planned-infeasible = Невозможно: заранее согласованные встречи противоречат друг другу. Причины — в { $path }.
cli-planned-unknown = За это время программа не найдена, но и не исключена. Дайте больше времени (--time-limit). См. { $path }.
cli-violation = { $rule } Нарушено: { $particulars }
cli-checked-good = Арбитр замечаний не имеет: соблюдены правила ({ $rules }), { $n ->
        [one] { $n } встреча
        [few] { $n } встречи
       *[many] { $n } встреч
    }.
cli-checked-bad = Арбитр нашёл { $n ->
        [one] { $n } нарушение
        [few] { $n } нарушения
       *[many] { $n } нарушений
    } ({ $rules ->
        [one] { $rules } правило
        [few] { $rules } правила
       *[many] { $rules } правил
    }).
cli-serving = «Карван» открыт по адресу { $address } (Ctrl-C — завершить)
cli-working = Выполняю задания из очереди (Ctrl-C — завершить)
cli-preparing = Готовим пример миссии (один раз; дальше запуск быстрый) …
cli-demo-failed = За это время программа примера миссии не найдена. Запустите снова, когда компьютер будет меньше занят.
cli-scheduled = { $status ->
        [optimal] { $breaks ->
            [one] { $breaks } окно, и меньше не бывает.
            [few] { $breaks } окна, и меньше не бывает.
           *[many] { $breaks } окон, и меньше не бывает.
        }
        [feasible] { $breaks ->
            [one] { $breaks } окно; меньше { $bound } не бывает.
            [few] { $breaks } окна; меньше { $bound } не бывает.
           *[many] { $breaks } окон; меньше { $bound } не бывает.
        }
        [infeasible] Доказано, что невозможно: ни одно расписание не соблюдает все правила.
       *[unknown] За это время полное расписание не найдено, но и не исключено.
    }
explain-company = { $company }: { $n ->
        [one] { $n } встреча
        [few] { $n } встречи
       *[many] { $n } встреч
    }.
explain-meeting = { $day }, { $time }: { $company }. { $why } Оценка { $score }.
explain-fixed = Согласована заранее.
explain-must = Обязательная, просит { $who }.
explain-want = Желательная, просит { $who }.
explain-suggestion = По рекомендации: предложение отвечает на запрос.
explain-not = { $companies } не встречаются:
explain-would-help = Что сделало бы её возможной:
explain-itself = { $company } не может встретиться сама с собой.
because-domains = { $n ->
        [one] общее направление: { $values }
        [few] общие направления: { $values }
       *[many] общие направления: { $values }
    }
because-words = общие слова: { $values }
because-meanings = то же другими словами: { $values }
because-routes = { $n ->
        [one] общая форма сотрудничества: { $values }
        [few] общие формы сотрудничества: { $values }
       *[many] общие формы сотрудничества: { $values }
    }
cli-host-help = адрес, на котором слушать (по умолчанию %(default)s)
cli-port-taken = Порт { $port } недоступен: { $why }. Выберите другой: --port.
cli-judged-bad = Ответ нарушает правила ({ $n }) и отброшен. Это ошибка «Карвана»; сообщите о ней, приложив файл.
demo-release-name = Предварительная программа
cli-more-issues = … и ещё { $n ->
        [one] { $n } ошибка
        [few] { $n } ошибки
       *[many] { $n } ошибок
    }. Сначала исправьте эти.
cli-proof-about = записать доказательство того, что меньше окон быть не может, или проверить его
cli-proof-output-help = папка для bound.json, а с --breaks ещё fewer.cnf и fewer.drat
cli-proof-check-help = файл bound.json для проверки
cli-proof-breaks-help = число окон, меньше которого, как утверждается, быть не может, если одних цен мало
cli-proof-no-timetable = Для этой задачи такого доказательства нет: нужны одна площадка, один день и обязательные встречи двух участников.
cli-proof-slots = В таблице цены для слотов: { $n }, а в задаче слотов: { $slots }.
cli-proof-holds = Таблица это доказывает: окон не может быть меньше { $n }.
cli-proof-fails = Таблица этого не доказывает: заявлено { $n }, цены дают { $found }.
cli-proof-table = Одни цены столов доказывают, что окон не может быть меньше { $n }: bound.json.
cli-proof-written = Окон не может быть меньше { $n }: вопрос в fewer.cnf, опровержение в fewer.drat (проверяет drat-trim).
cli-proof-false = Есть расписание, в котором окон меньше { $n }: доказывать нечего.
cli-administrator-about = пригласить первого администратора установки
cli-administrator-email-help = адрес электронной почты
cli-administrator-name-help = имя
cli-administrator-lang-help = язык письма
cli-administrator-site-help = адрес, по которому открывается установка
cli-administrator-link = Письмо с этой ссылкой отправлено. Она действует один раз в течение двух недель:
