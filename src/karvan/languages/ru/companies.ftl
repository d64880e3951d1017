## Везде
save = Сохранить
cancel = Отмена
change = Изменить
remove = Удалить
undo = Вернуть как было
choice-none = Не указано
put-back = Возвращено на место.
conflict-field = Поле
conflict-theirs = Сохранил кто-то другой
conflict-mine = Ввели вы
conflict-same = Вы оба написали одно и то же.
conflict-keep-mine = Сохранить моё
conflict-keep-theirs = Оставить сохранённое
form-problem-no-name = Укажите название или имя хотя бы на одном языке.
## Наша компания
nav-group-company = Моё
nav-own-company = Наш профиль
profile-title = Профиль
profile-complete = Профиль заполнен полностью.
profile-done = Заполнено частей: { $done } из { $total }.
profile-missing = Ещё не хватает
profile-missing-description = Описание вашей компании
profile-missing-city = Город, откуда вы
profile-missing-languages = Языки, на которых говорят ваши люди
profile-missing-contact = Адрес почты для организатора
profile-missing-people = Участники от компании
profile-missing-offers-and-needs = Предложение или запрос: без них вам некого рекомендовать
profile-edit = Изменить профиль
profile-edit-title = Наш профиль
profile-edit-lead = Пишите на языке, на котором вам удобнее. Поиск и рекомендации работают между языками.
profile-saved = Профиль сохранён.
profile-name-fa = Название на персидском
profile-name-ru = Название на русском
profile-name-en = Название на английском
profile-description-fa = Описание на персидском
profile-description-ru = Описание на русском
profile-description-en = Описание на английском
profile-country = Страна
profile-city = Город
profile-place = Место
profile-kind = Вид
profile-size = Размер
profile-languages = Рабочие языки
profile-website = Сайт
profile-contact-name = Контактное лицо
profile-contact-email = Почта контактного лица
company-kind-company = Компания
company-kind-research = Научный институт
company-kind-university = Университет
company-kind-government = Орган власти
company-kind-association = Ассоциация
company-size-micro = До 9 человек
company-size-small = От 10 до 49 человек
company-size-medium = От 50 до 249 человек
company-size-large = 250 человек и больше
## Предложения и запросы
statements-title = Предложения и запросы
statements-empty = Пока ничего нет. Начните с того, что вы предлагаете: отдельный текст на каждый продукт или услугу.
offer-add = Добавить предложение
need-add = Добавить запрос
opportunity-offer = Предложение
opportunity-need = Запрос
opportunity-edit-title = Предложение или запрос
opportunity-edit-lead = На каждое — отдельный текст. Напишите, что это, что оно умеет и какой партнёр вам нужен.
opportunity-saved = Текст сохранён.
opportunity-removed = Текст удалён.
opportunity-kind = Что это?
opportunity-kind-hint = Кто платит — у того запрос, кто зарабатывает — у того предложение.
opportunity-title = Заголовок
opportunity-text = Текст
opportunity-text-hint = На вашем языке: от трёх до шести предложений.
opportunity-domains = Что мы поняли
opportunity-domains-hint = Отметьте верное: рекомендации для вас станут точнее.
opportunity-stage = Стадия
opportunity-routes = Формы сотрудничества
stage-concept = Идея
stage-development = В разработке
stage-lab-tested = Испытано в лаборатории
stage-demonstrated = Показано в работе
stage-on-market = На рынке
route-joint-production = Совместное производство
route-joint-investment = Совместные инвестиции
route-technology-transfer = Передача технологий
route-research-consortium = Исследовательский консорциум
route-distribution = Дистрибуция
route-service-export = Экспорт услуг
route-licensing = Лицензирование
advice-check = Дать совет
advice-length-empty = Совет появится здесь, когда вы начнёте писать.
advice-length-short = { $n ->
    [one] { $n } знак
    [few] { $n } знака
   *[many] { $n } знаков
}: коротковато. Напишите, что это даёт и кому.
advice-length-good = { $n ->
    [one] { $n } знак
    [few] { $n } знака
   *[many] { $n } знаков
}: хорошая длина.
advice-length-long = { $n ->
    [one] { $n } знак
    [few] { $n } знака
   *[many] { $n } знаков
}: длинновато. До конца дочитают немногие.
advice-nothing = Область техники пока не распознана. Назовите технологию и то, для чего она служит.
## Люди
people-title = Люди
people-empty = Пока никого. Добавьте тех, кто сядет за стол переговоров.
person-add = Добавить человека
person-title = Человек от нашей компании
person-saved = Человек сохранён.
person-removed = Человек удалён.
person-name-fa = Имя на персидском
person-name-ru = Имя на русском
person-name-en = Имя на английском
person-role = Должность
person-email = Адрес почты
person-languages = Владение языками
person-is-travelling = Участвует лично
person-is-reserve = Заменяет, если кто-то не сможет
person-reserve = На замену
person-stays = Не едет
