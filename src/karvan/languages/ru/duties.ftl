## Что открывают этапы
activity-profile = Профиль
activity-requests = Запросы на встречу
activity-agenda = Расписание
activity-journeys = Данные о поездке
activity-clearances = Допуски
activity-decisions = Решения по заявкам
phase-until = до
phase-opens-now = Сейчас компаниям открыто:
phase-since = Этап начат ({ $by }):
phase-would-open = На следующем этапе откроется:
phase-would-close = Закроется:
phase-go-on = Перейти к этапу:
phase-any = К любому другому этапу
phase-said = Миссия теперь на этапе «{ $phase }».
deadlines-title = Сроки этапов
deadlines-lead = Последний день каждого этапа, по любому из двух календарей. Компании видят его; само по истечении срока ничего не меняется.
deadlines-said = Сроки сохранены.
form-problem-phases-out-of-order = Этот этап закончился бы раньше предыдущего.
## Следующий шаг
steps-owed = Ваш следующий шаг
steps-next = Что можно сделать сейчас
steps-until = до
step-to-the-desk = Пришлите эти данные столу своей делегации: их внесёт команда организатора.
step-agenda = Посмотрите своё расписание
step-recommended = Найдите подходящие компании и попросите о встречах
step-own-company = Посмотрите профиль своей компании
step-applications = Прочитайте заявки и примите решения
step-matches = Посмотрите, кто кому подходит и о чём просили
step-drafts = Составьте программу
step-releases = Посмотрите, что опубликовано и что изменилось
step-first-day = Следите за ходом дня
step-roster = Посмотрите свои назначения
step-programme = Прочитайте опубликованную программу
step-plan = Посмотрите план по дням
## Что осталось сделать
owed-profile = Профиль заполнен на { $share }; не хватает: { $parts }
owed-requests = { $n ->
    [one] { $n } запрос ждёт ответа
    [few] { $n } запроса ждут ответа
   *[many] { $n } запросов ждут ответа
}
owed-requests-plain = Запросы на встречу ждут вашего ответа
owed-journeys = { $n ->
    [one] Нет данных о поездке { $n } человека
   *[many] Нет данных о поездке { $n } человек
}
owed-clearances = Ещё нет допуска
owed-decisions = Заявка без решения
owed-until = { " " }(до { $day })
part-description = описание
part-city = город
part-languages = языки
part-contact = адрес почты
part-people = участники
part-offers-and-needs = предложения и запросы
## Таблица организатора
debts-title = За кем что осталось
debts-of-profile = { $n ->
    [one] неполный профиль
    [few] неполных профиля
   *[many] неполных профилей
}
debts-of-requests = { $n ->
    [one] компания с запросами без ответа
    [few] компании с запросами без ответа
   *[many] компаний с запросами без ответа
}
debts-of-journeys = { $n ->
    [one] компания без данных о поездке
    [few] компании без данных о поездке
   *[many] компаний без данных о поездке
}
debts-of-clearances = { $n ->
    [one] компания без допуска
    [few] компании без допуска
   *[many] компаний без допуска
}
debts-of-decisions = { $n ->
    [one] заявка без решения
    [few] заявки без решения
   *[many] заявок без решения
}
debts-indebted = Компаний, за которыми что-то осталось: { $n } из { $total }.
debts-nothing-expected = На этом этапе ни от кого ничего не ждут.
debts-none = Здесь ни за кем ничего не осталось.
debts-side = Сторона
debts-who = Компания
debts-owes = Осталось сделать
debts-reminded-when = Последнее напоминание
debts-never = не было
debts-on-its-way = отправляется
debts-not-sent = не отправлено
debts-remind = Напомнить
debts-remind-again = Напомнить ещё раз
debts-remind-all = Напомнить всем в списке
debts-again = И тем, кому уже напоминали за последние сутки
debts-remind-hint = Каждый получит одно письмо на своём языке: всё, что осталось сделать, и сроки.
debts-words = Текст письма
debts-no-address = нет адреса почты
debts-ours = дело организатора
debts-act = От её имени
debts-reminded = { $n ->
    [one] Напоминание уходит { $n } компании.
   *[many] Напоминания уходят { $n } компаниям.
}{ $rest ->
    [0] { "" }
   *[many] { " " }Пропущено: { $rest } — им уже напоминали за последние сутки.
}
debts-none-reminded = Напоминаний нет: всем, кому можно, уже напоминали за последние сутки.
audit-company-reminded = Напоминание компании
audit-deadlines-set = Изменены сроки этапов
