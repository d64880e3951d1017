## Рабочая книга миссии: слова, которые могут стоять в ячейках
workbook-yes-words = да; д
workbook-no-words = нет; н

## Что известно о столбце из схемы
workbook-required = Обязательно.
workbook-allowed = Допустимо: { $values }.
workbook-range = Целое число от { $least } до { $most }.
workbook-list = Несколько значений разделяются точкой с запятой (;).
workbook-when-blank = Пустая ячейка означает: { $value }.
workbook-in-language = Язык: { $language }.

## Лист с пояснениями
workbook-help-title = Как заполнить эту книгу
workbook-help-text =
    На каждом листе — записи одного вида, в каждой строке — одна запись. Обязательны только листы Mission и Companies; остальные оставьте пустыми, если сказать нечего.
    Не переименовывайте листы и заголовки: они одинаковы на всех языках. Наведите указатель на заголовок, чтобы узнать, что вносится в столбец. Тёмные заголовки обязательны.
    Названия и имена можно дать на любом языке: добавьте столбец, например name_tr или title_ar.
    Даты пишите так: { $iso } или { $hijri }, время — { $clock }. Несколько значений в одной ячейке разделяются точкой с запятой (;).
    Прежде чем отправить книгу, проверьте её в Karvan: программа перечислит все ошибки с листом, строкой и столбцом.

## Что такое одна строка каждого листа
workbook-sheet-settings = Одна настройка миссии в целом: название, даты, страны, правила.
workbook-sheet-companies = Одна организация любой из сторон.
workbook-sheet-opportunities = Одно предложение или один запрос компании.
workbook-sheet-people = Один представитель компании.
workbook-sheet-requests = Одно пожелание компании: с кем она хочет или должна встретиться, а с кем встречаться не хочет.
workbook-sheet-blocks = Один блок времени: встречи, посещение объекта, пленарное заседание, приём, трансфер или перерыв.
workbook-sheet-tables = Один стол для встреч или комната, где одновременно проходит одна встреча.
workbook-sheet-travel = Сколько минут занимает дорога между двумя площадками.
workbook-sheet-interpreters = Один переводчик.
workbook-sheet-absences = Время, когда компании или переводчика нет на месте.
workbook-sheet-fixed = Встреча, о которой уже договорились.
workbook-sheet-concepts = Одно понятие в дополнение к тем, по которым сравниваются предложения и запросы, или новые слова для одного из них.

## Mission
workbook-column-settings-title = Название миссии.
workbook-column-settings-start-date = Первый день.
workbook-column-settings-end-date = Последний день.
workbook-column-settings-time-zone = Часовой пояс для всех времён: имя по базе IANA, например Europe/Moscow.
workbook-column-settings-visiting-country = Страна, откуда едет делегация: две буквы (ISO 3166), например IR.
workbook-column-settings-host-country = Принимающая страна: две буквы (ISO 3166), например RU.
workbook-column-settings-slot-minutes = Сколько длится встреча.
workbook-column-settings-changeover-minutes = Минуты между двумя встречами, чтобы перейти к другому столу.
workbook-column-settings-languages = Языки документов, по две буквы (ISO 639-1); главный — первым.
workbook-column-settings-max-meetings-per-company-per-day = Наибольшее число встреч одной компании за день.
workbook-column-settings-min-meetings-per-company = Наименьшее число встреч, которое должна получить каждая компания за всю миссию.
workbook-column-settings-body = Название рабочей группы, к которой относится миссия.
workbook-column-settings-session-number = Номер заседания рабочей группы.
workbook-column-settings-goals = Что важнее, в этом порядке. Цель must всегда первая; неназванные цели идут в конце в обычном порядке.
workbook-column-settings-send-texts-to = Адрес модели, которую вы сами запускаете, если компании согласны, чтобы их тексты отправлялись туда для сравнения. Пусто — тексты никуда не отправляются.

## Companies
workbook-column-companies-code = Короткий неповторяющийся код, например V01. По нему компанию называют другие листы.
workbook-column-companies-side = Гость (visitor) или принимающая сторона (host).
workbook-column-companies-name = Название организации.
workbook-column-companies-country = Две буквы (ISO 3166), например IR.
workbook-column-companies-city = Город, где она работает.
workbook-column-companies-kind = Вид организации.
workbook-column-companies-size = Размер организации.
workbook-column-companies-languages = Языки, на которых говорят её представители, по две буквы (ISO 639-1). Пусто — языки её текстов.
workbook-column-companies-website = Адрес сайта.
workbook-column-companies-contact-name = Кому пишет организатор.
workbook-column-companies-contact-email = Электронная почта этого человека.
workbook-column-companies-home-table = Стол, за которым компания сидит всегда: площадка/стол или один стол, если такой код только у него.
workbook-column-companies-max-meetings-per-day = Наибольшее число встреч за день для этой компании. Пусто — как у всех.
workbook-column-companies-representatives = Сколько встреч она может вести одновременно.

## Opportunities
workbook-column-opportunities-company = Код компании.
workbook-column-opportunities-kind = Предложение (offer) или запрос (need).
workbook-column-opportunities-text = Что компания предлагает или ищет: два-три предложения на любом языке.
workbook-column-opportunities-title = То же в нескольких словах.
workbook-column-opportunities-language = Язык текста, две буквы (ISO 639-1). Пусто — определяется по тексту.
workbook-column-opportunities-domains = Коды областей технологий.
workbook-column-opportunities-routes = Возможные формы сотрудничества.
workbook-column-opportunities-stage = Степень готовности технологии.

## People
workbook-column-people-company = Код компании.
workbook-column-people-name = Имя и фамилия.
workbook-column-people-role = Должность.
workbook-column-people-email = Электронная почта.
workbook-column-people-languages = Языки, на которых говорит человек, по две буквы (ISO 639-1).
workbook-column-people-travels = Едет ли человек с делегацией.
workbook-column-people-reserve = Заменяет ли он того, кто не сможет приехать.

## Requests
workbook-column-requests-company = Код компании, которая высказала пожелание.
workbook-column-requests-counterpart = Код компании, к которой оно относится.
workbook-column-requests-level = must — ставится прежде всех; want — если есть место; avoid — никогда, и знает об этом только организатор.
workbook-column-requests-status = Что ответил контрагент. Учитываются только принятые запросы (accepted).
workbook-column-requests-message = Несколько слов контрагенту.

## Programme
workbook-column-blocks-date = День.
workbook-column-blocks-start = Начало.
workbook-column-blocks-end = Окончание.
workbook-column-blocks-kind = Что происходит. Кто участвует в чём-либо, кроме встреч, в это время не встречается.
workbook-column-blocks-title = Как это называется в программе.
workbook-column-blocks-venue = Код площадки, как на листе Venues.
workbook-column-blocks-companies = Кто участвует или может встречаться: коды компаний, visitor, host или * — все.
workbook-column-blocks-capacity = Сколько компаний вмещает посещение.
workbook-column-blocks-choice = yes — компании распределяются по местам согласно интересам; no — участвуют все названные.
workbook-column-blocks-domains = В этом блоке встречаются только компании с общей областью из этого списка. Пусто — все.

## Venues
workbook-column-tables-venue = Код площадки, например hall.
workbook-column-tables-table = Код стола, например T01.
workbook-column-tables-seats = Сколько человек может сесть.
workbook-column-tables-title = Как это называется в расписаниях.

## Travel
workbook-column-travel-from = Код одной площадки.
workbook-column-travel-to = Код другой площадки.
workbook-column-travel-minutes = Минуты от одной до другой — и обратно, если обратный путь не дан отдельной строкой.

## Interpreters
workbook-column-interpreters-code = Короткий неповторяющийся код, например I01.
workbook-column-interpreters-name = Имя переводчика.
workbook-column-interpreters-languages = Языки, между которыми он переводит: не меньше двух, по две буквы (ISO 639-1).
workbook-column-interpreters-max-minutes-per-day = Наибольшее число минут встреч за день.
workbook-column-interpreters-max-minutes-without-pause = Наибольшее число минут встреч подряд.
workbook-column-interpreters-pause-minutes = Сколько должна длиться пауза. Переход между встречами паузой не считается.

## Availability
workbook-column-absences-who = Код компании или переводчика; или стол в виде место/стол.
workbook-column-absences-date = День.
workbook-column-absences-from = С какого времени. Пусто — с начала дня.
workbook-column-absences-to = До какого времени. Пусто — до конца дня.
workbook-column-absences-reason = Почему; видит только организатор.

## Fixed
workbook-column-fixed-company = Код одной компании.
workbook-column-fixed-counterpart = Код другой компании.
workbook-column-fixed-date = День, если о нём договорились.
workbook-column-fixed-start = Начало, если о нём договорились.
workbook-column-fixed-table = Стол, если о нём договорились: площадка/стол или один стол, если такой код только у него.
workbook-column-fixed-interpreter = Код переводчика, если о нём договорились.

## Concepts
workbook-column-concepts-code = Короткий код, единственный в своей области, например beehives; если это код понятия самого Karvan, строка добавляет к нему слова.
workbook-column-concepts-parent = Область таксономии, к которой оно относится, например smart_agriculture.
workbook-column-concepts-label = Его название; оно ищется в текстах компаний. Если его нет, показывается английское.
workbook-column-concepts-synonyms = Другие слова и выражения. Несколько разделяются точкой с запятой (;).
workbook-column-concepts-links = Понятия, которые часто нужны вместе с ним, каждое в виде domain.code.
