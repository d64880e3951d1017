## Где ошибка
issue-in-file = Файл { $name }
issue-in-sheet = Лист { $name }
issue-place-row = { $where }, строка { $row }
issue-place-column = { $where }, строка { $row }, столбец { $column }
issue-place-cell = { $where }, строка { $row }, столбец { $column } (ячейка { $cell })
issue-place-key = { $where }, строка { $row }, { $column }
issue-at = { $place }: { $problem }
issue-with-guess = { $problem } { $guess }
issue-did-you-mean = Возможно, имелось в виду «{ $closest }»?
issue-looks-like = Возможно, имелось в виду «{ $closest }»? Написание похоже, но часть букв — из другого алфавита.

## Файл в целом
issue-no-such-file = Такого файла или папки нет.
issue-not-readable = Прочитать не удалось: проверьте права доступа и не занят ли файл другой программой.
issue-too-large = Файл больше { $expected }; уберите картинки и листы, не относящиеся к миссии.
issue-empty-file = Файл пуст.
issue-encrypted-file = Файл защищён паролем; сохраните его без пароля.
issue-legacy-xls = Это старый или двоичный файл Excel; откройте его и сохраните как «Книга Excel (.xlsx)».
issue-is-pdf = Это PDF; пришлите книгу, из которой он сделан, в формате .xlsx.
issue-is-opendocument = Это файл OpenDocument; откройте его и сохраните как .xlsx.
issue-is-other-office = Это текстовый документ или презентация, а не книга; заполните шаблон .xlsx.
issue-lone-csv = Один файл CSV — ещё не миссия; укажите папку, где лежат mission.csv, companies.csv и остальные.
issue-not-a-workbook = Это не книга .xlsx; заполните шаблон или сохраните файл как .xlsx.
issue-damaged-file = Файл повреждён или неполон; откройте его в табличном редакторе и сохраните заново либо пришлите ещё раз.
issue-has-doctype = В файле объявлен тип документа XML, чего табличные редакторы не делают; сохраните его заново как .xlsx.
issue-unpacks-too-large = После распаковки файл больше { $expected }; он не прочитан. Удалите оформленные, но пустые строки.
issue-too-full = В файле больше { $expected } ячеек, считая пустые оформленные; удалите строки под данными и сохраните его заново.
issue-has-macros = В книге есть макросы; они не выполняются и не сохраняются.
issue-no-csv-files = В папке нет файлов CSV; обязательны mission.csv и companies.csv.
issue-wrong-encoding = Файл не в кодировке { $expected }{ $given ->
    [0] {""}
   *[other] , а, по-видимому, в { $value }
}; сохраните его как «CSV UTF-8».
issue-not-text = В файле есть байты, не являющиеся текстом, первый — в строке { $row }; сохраните его заново как «CSV UTF-8».
issue-bad-csv = Запись, начинающаяся в строке { $row }, испорчена: кавычка пропущена или стоит не на месте.

## Листы
issue-unknown-sheet = Лист «{ $value }» неизвестен и не прочитан.
issue-missing-sheet = Нет обязательного листа «{ $value }».
issue-duplicate-sheet = Есть второй лист с тем же именем, «{ $value }»; оставьте один.
issue-empty-sheet = Лист пуст, а он обязателен.
issue-hidden-sheet = Лист скрыт, но всё же прочитан.
issue-too-many-rows = На листе больше { $expected } строк, поэтому он не прочитан.

## Столбцы и ключи
issue-unknown-column = Столбец «{ $value }» неизвестен и не прочитан.
issue-duplicate-column = Столбец «{ $value }» встречается дважды; оставьте один.
issue-missing-column = Нет обязательного столбца «{ $value }».
issue-no-header = «{ $value }» стоит в столбце без заголовка и не прочитано.
issue-unknown-key = Ключ «{ $value }» неизвестен и не прочитан.
issue-duplicate-key = Ключ «{ $value }» уже задан в строке { $expected }.
issue-missing-key = Нет обязательного ключа «{ $value }».

## Строки и ячейки
issue-too-many-cells = В строке ячеек: { $number }, в заголовке: { $expected }; заключите в кавычки тексты, содержащие разделитель.
issue-missing-value = Ячейка пуста, а значение обязательно.
issue-merged-cells = Ячейки { $value } объединены; значение относится только к первой из них.
issue-error-cell = В ячейке вместо значения ошибка { $value }.
issue-formula-without-value = У формулы { $value } нет сохранённого результата; откройте книгу в табличном редакторе и сохраните её либо впишите само значение.
issue-too-long = Текст длиннее { $expected } знаков; сократите его.
issue-bad-code = «{ $value }» не может быть кодом, потому что коды входят в имена файлов и в списки: код не начинается с точки и не содержит ; / и \.
issue-not-allowed = «{ $value }» не входит в допустимые значения: { $expected }.
issue-goal-twice = Цель «{ $value }» названа дважды; назовите каждую один раз.
issue-must-not-first = Цель «{ $value }» идёт прежде всех остальных; поставьте её первой или не называйте.
issue-unknown-language = «{ $value }» — не код языка; напишите две буквы (ISO 639-1), например { $expected }.
issue-unknown-country = «{ $value }» — не код страны; напишите две буквы (ISO 3166), например { $expected }.
issue-unknown-zone = «{ $value }» — не часовой пояс; напишите имя по базе IANA, например { $expected }.
issue-bad-date = «{ $value }» нельзя однозначно прочитать как дату; пишите так: { $expected }.
issue-bad-time = «{ $value }» — не время суток; пишите так: { $expected }.
issue-not-a-number = «{ $value }» — не целое число; напишите число от { $least } до { $most }.
issue-out-of-range = { $value } вне допустимых пределов; напишите число от { $least } до { $most }.
issue-odd-email = «{ $value }» не похоже на адрес электронной почты вида { $expected }.
issue-odd-website = «{ $value }» не похоже на адрес сайта вида { $expected }.
issue-unsafe-website = «{ $value }» — не адрес сайта; он должен начинаться с http:// или https://, например { $expected }.

## Между строками и листами
issue-end-before-start = Миссия заканчивается { $value }, раньше своего начала { $expected }.
issue-duplicate-code = Код «{ $value }» уже занят; у каждой компании и каждого переводчика должен быть свой.
issue-reserved-code = Код «{ $value }» имеет в программе особый смысл; выберите другой.
issue-empty-side = На стороне «{ $value }» нет ни одной компании.
issue-unknown-company = Компании с кодом «{ $value }» нет.
issue-unknown-interpreter = Переводчика с кодом «{ $value }» нет.
issue-unknown-company-or-interpreter = Нет ни компании, ни переводчика, ни стола (место/стол) с кодом «{ $value }».
issue-unknown-table = На листе Venues нет стола «{ $value }».
issue-ambiguous-table = «{ $value }» может означать несколько столов; укажите один из них: { $expected }.
issue-unknown-venue = Площадка «{ $value }» больше нигде не встречается; известны: { $expected }.
issue-unknown-domain = Нет области «{ $value }»; есть: { $expected }.
issue-duplicate-concept = Понятие «{ $value }» уже есть в одной из предыдущих строк той же области.
issue-unknown-link = Нет понятия «{ $value }»; пишите domain.code.
issue-meets-itself = Компания «{ $value }» не может встретиться сама с собой; укажите другого контрагента.
issue-avoid-wins = Одна из двух компаний не хочет этой встречи (avoid), поэтому она не состоится.
issue-duplicate-request = Такое же пожелание о «{ $value }» стоит в одной из строк выше.
issue-outside-mission = { $value } — не день миссии ({ $expected }).
issue-ends-before-start = Окончание в { $value }, а начало в { $expected }; окончание должно быть позже, в тот же день.
issue-choice-without-visit = Выбор бывает только у посещения; «{ $value }» здесь ничего не значит.
issue-visit-too-small = Мест на посещении: { $number }, а компаний названо: { $expected }; увеличьте вместимость, назовите меньше компаний или поставьте в столбце choice значение yes.
issue-unused-domain = К области «{ $value }» не относится ни одно предложение и ни один запрос.
issue-venue-without-tables = На площадке «{ $value }» нет столов; столы есть здесь: { $expected }.
issue-duplicate-table = Стол «{ $value }» уже есть в одной из строк выше.
issue-duplicate-travel = Этот путь уже есть в одной из строк выше.
issue-one-language = Переводчику нужны хотя бы два языка; указано: { $given ->
    [0] ни одного
   *[other] { $value }
}.
issue-shorter-than-slot = Без паузы разрешено минут: { $number }, а встреча длится { $expected }; такой переводчик не сможет работать вовсе.
issue-fixed-twice = Встреча с «{ $value }» уже назначена в одной из строк выше; пара встречается один раз.
issue-no-slot = Блок длится минут: { $number }, а встреча — { $expected }; не поместится ни одна.
issue-no-such-slot = Ни в один день нет слота с началом в { $value }; слоты начинаются в: { $expected }.
issue-off-grid = В этот день нет слота с началом в { $value }; встреча получит отдельное время.
issue-bound-twice = { $value }: в это же время нужно быть и на «{ $expected }», а успеть и туда, и сюда нельзя — время пересекается или дорога слишком длинная.
issue-assumed-language = Не указаны ни языки, ни тексты; считается, что компания говорит на: { $expected }.
