## Письма, текст которых организатор может изменить
letter-application-received-subject = Заявка получена: { $mission }
letter-application-received = Здравствуйте, { $name }!

    Заявка получена. Компания: { $company }. Миссия: { $mission }. Спасибо.

    По этой ссылке, которая только ваша, заявку можно посмотреть и до { $deadline } изменить:

    { $link }
letter-application-accepted-subject = Заявка принята: { $mission }
letter-application-accepted = Здравствуйте, { $name }!

    Рады сообщить, что заявка принята. Компания: { $company }. Миссия: { $mission }.

    Отдельное письмо пригласит вас войти как руководителя от компании: там вы заполните профиль и отправите запросы на встречи.
letter-application-reserve-subject = В резервном списке: { $mission }
letter-application-reserve = Здравствуйте, { $name }!

    Спасибо за заявку. Компания: { $company }. Миссия: { $mission }. Хороших заявок больше, чем мест, и ваша включена в резервный список.

    Если место освободится, мы сразу напишем.
letter-application-declined-subject = Ваша заявка: { $mission }
letter-application-declined = Здравствуйте, { $name }!

    Спасибо за заявку. Компания: { $company }. Миссия: { $mission }. К сожалению, на этот раз мы не можем её принять.

    Будем рады вашей заявке на следующую миссию.
letter-reminder-subject = Осталось сделать: { $mission }
letter-reminder = Здравствуйте, { $name }.

    Миссия «{ $mission }»: за компанией { $company } ещё осталось:

    { $owed }

    Всё на одной странице:

    { $link }

    Если это уже сделано, больше ничего не нужно. Спасибо.
audit-letter-text-changed = Изменил текст письма
audit-letter-text-restored = Вернул обычный текст письма
nav-letter-texts = Тексты писем
letter-texts-lead = Письма заявителям и письма о программе на каждом языке. Измените текст, и в этой миссии будет использоваться он.
letter-texts-own = ваш текст
letter-name-application-received = Заявка получена
letter-name-application-accepted = Принята
letter-name-application-reserve = В резерве
letter-name-application-declined = Отклонена
letter-name-reminder = Напоминание о том, что осталось сделать
wording-lead = То, что стоит в фигурных скобках, подставляется в каждое письмо.
wording-subject = Тема
wording-text = Текст
wording-do = Сохранить текст
wording-restore = Вернуть обычный текст
wording-conflict = Пока вы писали, текст изменили в другом месте. Ниже — то, что записано сейчас; если сохранить ещё раз, его место займёт ваш вариант.
form-problem-placeholder = Одно из слов в фигурных скобках подставить нельзя. См. список выше.
placeholder-name = имя контактного лица
placeholder-company = компания
placeholder-mission = миссия
placeholder-link = личная ссылка (только в подтверждении)
placeholder-deadline = окончание приёма
letter-programme-released-subject = Ваша программа: { $mission }
letter-programme-released = Здравствуйте, { $name }!

    Опубликована программа «{ $release }». Миссия: { $mission }. Вот расписание: { $whose }. Время везде местное: { $zone }.

    { $agenda }

    Расписание на странице, для печати и подписки:

    { $page }

    Вложенный файл добавит его в ваш календарь.
letter-programme-changed-subject = Ваша программа изменилась: { $mission }
letter-programme-changed = Здравствуйте, { $name }!

    Программа изменилась: «{ $release }». Миссия: { $mission }. Что меняется ({ $whose }), время местное, { $zone }:

    { $changes }

    Пожалуйста, откройте расписание и подтвердите, что видели изменения:

    { $page }

    Вложенные файлы обновят ваш календарь.
letter-name-programme-released = Программа опубликована
letter-name-programme-changed = Программа изменилась
placeholder-whose = компания или переводчик
placeholder-release = название публикации
placeholder-zone = город, по времени которого указаны часы
placeholder-page = адрес расписания
placeholder-agenda = всё расписание
placeholder-changes = что меняется, словами
placeholder-owed = что осталось сделать, со ссылками и сроками (только в напоминании)
