## Веб-страницы
web-name = Карван
web-alphabet = абвгдеёжзийклмнопрстуфхцчшщъыьэюя
web-title = { $page } · { $site }
web-skip = К содержанию
web-languages = Язык
web-footer-release = Выпуск { $number }: { $name }
web-footer-times = Время везде местное: { $city }.
web-footer-free = Свободная программа, лицензия { $licence }

web-phases = Этапы миссии
web-phase-of = Этап { $number } из { $total }
web-phase-done = пройден
web-phase-now = сейчас
web-phase-registration = Регистрация
web-phase-preferences = Пожелания
web-phase-scheduling = Составление
web-phase-provisional = Предварительная
web-phase-final = Итоговая
web-phase-live = Проведение
web-phase-follow-up = После миссии

web-start-session = Заседание № { $number }. { $body }
web-start-sides = Две стороны
web-start-days = По дням
web-start-figures = Ключевые показатели
web-start-status = Насколько хороша программа
web-start-see-tables = Кто с кем встречается
web-start-see-companies = Найти компанию
web-companies-count = { $n ->
    [one] { $n } компания
    [few] { $n } компании
   *[many] { $n } компаний
}
web-count-visits = { $n ->
    [one] { $n } посещение
    [few] { $n } посещения
   *[many] { $n } посещений
}
web-count-others = { $n ->
    [one] { $n } другой пункт
    [few] { $n } других пункта
   *[many] { $n } других пунктов
}
web-nothing-planned = Ничего не запланировано

web-checked = Проверено: независимый судья не нашёл нарушений правил.
web-not-checked = Судья эту программу ещё не проверял.
web-status-optimal = Лучшей программы, не считая удобств, не существует. Что доказано о каждой цели, показано ниже.
web-status-feasible = Программа полная. Возможно, есть лучшая; ниже — то, что уже доказано.
web-status-infeasible = Доказано: ни одна программа не может соблюсти все правила.
web-status-unknown = За отведённое время полная программа не найдена.
web-goal = Цель
web-goal-reached = Достигнуто
web-goal-state = Состояние
web-goal-proved = доказанно лучшее
web-goal-open = предел: { $bound }
web-goal-unknown = неизвестно
web-of = { $numerator } из { $denominator }

web-overview-title = По дням
web-overview-days = Выберите день
web-overview-timeline = Лента дня
web-overview-empty = На этот день ничего не запланировано.
web-overview-who = { $n ->
    [one] Участвует { $n } компания
    [few] Участвуют { $n } компании
   *[many] Участвуют { $n } компаний
}
web-overview-tables = Кто с кем встречается в этот день
web-both-sides = Обе стороны

web-grid-title = Столы
web-grid-caption = Встречи { $date }: слоты в столбцах, столы в строках
web-grid-scroll = Таблицу можно прокручивать в обе стороны
web-grid-table = Стол
web-grid-filter = Показать только
web-grid-company = Компания
web-grid-interpreter = Переводчик
web-grid-venue = Место
web-grid-any-company = Все компании
web-grid-any-interpreter = Все переводчики
web-grid-any-venue = Все места
web-grid-show = Показать
web-grid-clear = Показать всё
web-grid-shown = Показано { $shown } из { $n ->
    [one] { $n } встречи
   *[other] { $n } встреч
}
web-grid-none = В этот день подходящих встреч нет. Выберите другое или покажите всё.
web-invalid = Такого выбора в этой миссии нет, поэтому показано всё.

web-companies-title = Компании
web-companies-search = Поиск по названию, городу или коду
web-companies-find = Найти
web-companies-side = Сторона
web-companies-any-side = Обе стороны
web-companies-sort = Порядок
web-sort-name = По названию
web-sort-code = По коду
web-sort-meetings = Больше встреч
web-companies-none = Компаний не найдено. Введите меньше букв или покажите всё.
web-companies-found = { $n ->
    [one] Найдена { $n } компания
    [few] Найдены { $n } компании
   *[many] Найдено { $n } компаний
}
web-column-company = Компания
web-column-side = Сторона
web-column-city = Город
web-column-meetings = Встречи
web-column-visits = Посещения

web-company-languages = Языки: { $languages }
web-company-pdf = Программа в PDF
web-company-calendar = Файл календаря
web-company-empty = В программе этой компании пока ничего нет.
web-company-back = Все компании
web-stop-table = Место
web-stop-interpreter = Переводчик
web-stop-language = Язык
web-stop-meeting = Встреча

web-interpreters-title = Переводчики
web-interpreters-minutes = { $n } мин
web-interpreters-limit = не более { $n } мин в день
web-interpreters-total = Всего
web-interpreters-none = В этой миссии нет переводчиков.
web-interpreter-back = Все переводчики
web-interpreter-empty = Встречи не назначены.

web-error-status = Ошибка { $status }
web-error-home = На начальную страницу
web-error-not-found = Такой страницы нет
web-error-not-found-text = Возможно, в адресе опечатка или то, что он называл, удалено.
web-error-nothing-released = Программа ещё не опубликована
web-error-nothing-released-text = Как только организатор опубликует её, она появится здесь.
web-error-forbidden = Эта страница для вас закрыта
web-error-forbidden-text = Если вы считаете, что это ошибка, обратитесь к организатору.
web-error-bad-request = Запрос не удалось понять
web-error-bad-request-text = Вернитесь, пожалуйста, и попробуйте ещё раз.
web-error-failed = Что-то сломалось на нашей стороне
web-error-failed-text = Сведения записаны в журнал. Попробуйте, пожалуйста, чуть позже.
web-error-released = Опубликованную программу нельзя изменить
web-error-released-text = Вместо этого опубликуйте новую версию.
web-error-audit = Записанное не меняется
web-error-audit-text = То, что произошло, остаётся в журнале.
web-error-stale = Тем временем это изменил кто-то другой
web-error-stale-text = Ваши изменения не сохранены, чужие не потеряны. Вернитесь, загрузите страницу заново и внесите изменение ещё раз.
web-conflict-lead = Ничего не потеряно. Ниже сохранённое сейчас рядом с тем, что ввели вы.
web-error-expired = Срок запроса истёк
web-error-expired-text = Он ждал слишком долго. Другая компания может попросить ещё раз.
web-error-visit-full = Все места заняты
web-error-visit-full-text = Другие успели раньше. Возможно, подойдёт другое посещение.
web-error-visit-clash = Компания в это время в другом месте
web-error-visit-clash-text = Сначала освободите место на другом посещении.
web-error-not-open = Сейчас это закрыто
web-error-not-open-text = На этом этапе миссии это больше не меняется. Обратитесь к организатору.
web-error-requests-closed = Приём запросов закрыт
web-error-requests-closed-text = Запросы отправляют и принимают на этапе предпочтений. Пожалуйста, обратитесь к организатору.
