## Исходящие письма о публикации
nav-outbox = Исходящие
outbox-lead = Письмо получают только те, чьё расписание отличается от того, о чём им сообщили в последний раз, каждый на своём языке. Просмотрите письма, отложите отдельные и отправьте остальные.
outbox-words = Изменить тексты
outbox-nothing-released = Пока ничего не опубликовано. После первой публикации здесь появятся письма о ней.
outbox-empty = Сообщать некому: ни одно расписание не отличается от того, что уже известно.
outbox-none-of-these = Таких писем нет.
outbox-send = { $n ->
    [one] Отправить { $n } письмо
    [few] Отправить { $n } письма
   *[other] Отправить { $n } писем
}
outbox-again = Повторить неудавшиеся
outbox-prepare = Найти новых людей
outbox-prepared = { $n ->
    [0] У всех, кому нужно сообщить, есть письмо.
    [one] { $n } новое письмо.
    [few] { $n } новых письма.
   *[other] { $n } новых писем.
}
outbox-stop = Остановить отправку
outbox-progress = { $done } из { $total }
outbox-result = Отправлено: { $sent } · не удалось: { $failed } · ждёт: { $left }
outbox-seen = Изменения видели { $seen } из { $members } (у кого есть учётная запись).
outbox-filter = Какие письма
outbox-all = Все
outbox-unseen = Ещё не видели
outbox-to = Кому
outbox-whose = Для кого
outbox-why = Почему
outbox-state = Состояние
outbox-seen-at = Просмотрено
outbox-not-seen = ещё нет
outbox-no-account = без учётной записи
outbox-actions = Действия
outbox-hold = Отложить
outbox-bring-back = Вернуть
outbox-held = Отложено: { $name }.
outbox-brought-back = Ждёт отправки: { $name }.
outbox-change-words = Изменить текст
outbox-first = { $n ->
    [one] Первая программа: { $n } пункт
    [few] Первая программа: { $n } пункта
   *[other] Первая программа: { $n } пунктов
}
outbox-changes = { $n ->
    [one] { $n } изменение после публикации { $since }
    [few] { $n } изменения после публикации { $since }
   *[other] { $n } изменений после публикации { $since }
}
outbox-state-waiting = Ждёт
outbox-state-held = Отложено
outbox-state-queued = В очереди
outbox-state-sending = Отправляется
outbox-state-sent = Отправлено
outbox-state-failed = Не удалось
outbox-state-superseded = Заменено
outbox-problem-refused = Почтовый сервер не принял адрес.
outbox-problem-server = Почтовый сервер был недоступен.
outbox-problem-unsure = Работа прервалась: возможно, письмо ушло.
outbox-files = Вложения
outbox-file-publish = расписание для календаря
outbox-file-cancel = убирает отменённое из календаря
audit-letters-prepared = Подготовил письма о публикации
audit-letters-queued = Отправил письма о публикации
audit-letter-held = Отложил письмо
audit-letter-brought-back = Вернул письмо
audit-programme-seen = Увидел публикацию
web-error-letter-gone = Поздно
web-error-letter-gone-text = Письмо уже ушло, или его заменила следующая публикация. Откройте исходящие заново.
web-error-nothing-to-send = Отправлять нечего
web-error-nothing-to-send-text = Ни одно письмо не ждёт отправки. Откройте исходящие заново.
