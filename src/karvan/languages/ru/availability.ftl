## Когда люди компаний не могут встречаться
nav-availability = Доступность
availability-lead = Отметьте, когда кто-то не может встречаться. Ничего не отмечено — может всегда. Пока может хотя бы один из ваших людей, может и компания.
availability-closed = На этом этапе доступность не меняется. Сообщите организатору, что изменилось.
availability-given = Вы уже ответили. Изменить ещё можно.
availability-everybody = Наша компания
availability-whole-day = Нет весь день
availability-away = Дни и слоты
availability-reason = Почему
availability-reason-hint = Читает только организатор.
availability-save-hint = Сохраните, даже если все могут всегда: тогда мы это знаем.
availability-saved = Доступность сохранена.
availability-undone = Всё как было.
availability-given-title = Сообщили сами компании
availability-given-lead = Встреч не ставят, когда нет никого из людей компании. Изменить это можно от имени компании.
availability-company = Компания
availability-person = Человек
activity-availability = Доступность
owed-availability = Доступность не указана
debts-of-availability = { $n ->
    [one] компания без доступности
    [few] компании без доступности
   *[many] компаний без доступности
}
audit-availability-given = Указано, когда люди компании не могут встречаться
audit-availability-taken-back = Отменено сказанное о времени компании
