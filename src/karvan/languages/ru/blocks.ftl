## План по дням
nav-plan = План по дням
plan-new = Добавить блок
plan-new-here = Добавить блок в этот день
plan-change = Изменить блок
plan-remove = Удалить блок
plan-removed = Удалённые блоки
plan-bring-back = Вернуть
plan-nothing-that-day = На этот день пока ничего не запланировано.
plan-slots-per-table = { $n ->
    [one] { $n } слот за каждым столом
    [few] { $n } слота за каждым столом
   *[many] { $n } слотов за каждым столом
}
plan-room-for = { $n ->
    [one] место для { $n } компании
    [few] места для { $n } компаний
   *[many] места для { $n } компаний
}
plan-by-choice = компании распределяются
plan-date = День
plan-start = Начало
plan-end = Окончание
plan-kind = Что проходит
plan-title-in = Название, язык: { $language }
plan-venue = Площадка
plan-venue-hint = Выберите известную или впишите новую. Встречи без площадки проходят везде, где есть столы.
plan-companies = Кто участвует
plan-companies-hint = Целая сторона или отдельные компании. Для встреч: кто может встречаться в этом блоке.
plan-capacity = Вместимость
plan-capacity-hint = Для посещений: на сколько компаний хватит мест.
plan-is-choice = Компании распределяются на это посещение по числу мест
plan-is-choice-hint = Иначе участвуют все, кто назван выше.
plan-domains = Только эти области технологий
plan-domains-hint = Для встреч: здесь встречаются только компании с общей областью или просившие друг о встрече. Ничего не выбрано: все.
plan-everybody = Обе стороны, все
plan-yes = да
plan-no = нет
plan-save = Сохранить
plan-save-hint = Если изменение затронет встречи или слоты, вы увидите это до сохранения.
plan-save-anyway = Сохранить изменение
plan-cancel = Отмена
plan-back = Назад, не сохранять
plan-min-value = Пожалуйста, не меньше { $limit }.
plan-max-value = Пожалуйста, не больше { $limit }.
plan-outdated = Ваши данные не сохранены. Посмотрите, в чём различия; если сохранить сейчас, ваша версия заменит чужую.
plan-field = Поле
plan-theirs = Как сейчас
plan-mine = Как ввели вы
plan-said-added = Блок добавлен.
plan-said-changed = Блок изменён.
plan-said-removed = Блок удалён.
plan-said-back = Блок возвращён.
plan-said-order = Порядок выступлений сохранён.
plan-effect = К чему приведёт изменение
plan-effect-lead = Пока ничего не сохранено.
plan-effect-meetings = Встречи опубликованной программы
plan-effect-touched = { $n ->
    [one] { $n } встреча нарушит правило.
    [few] { $n } встречи нарушат правило.
   *[many] { $n } встреч нарушат правило.
}
plan-effect-unvisited = { $n ->
    [one] На это посещение была распределена { $n } компания:
    [few] На это посещение были распределены { $n } компании:
   *[many] На это посещение было распределено { $n } компаний:
}
plan-effect-kept = Опубликованная программа остаётся прежней. В следующей этим встречам понадобится другой слот.
plan-effect-none = Ни одна встреча не затронута.
plan-effect-unreleased = Программа ещё не опубликована, поэтому встречи не затронуты.
plan-effect-slots = Слоты
plan-effect-gone = { $n ->
    [one] Исчезает { $n } слот
    [few] Исчезают { $n } слота
   *[many] Исчезает { $n } слотов
}
plan-effect-added = { $n ->
    [one] Добавляется { $n } слот
    [few] Добавляются { $n } слота
   *[many] Добавляется { $n } слотов
}
plan-effect-odd = Обратите внимание
plan-running-order = Порядок выступлений
plan-items = { $n ->
    [one] Порядок выступлений: { $n } пункт
    [few] Порядок выступлений: { $n } пункта
   *[many] Порядок выступлений: { $n } пунктов
}
plan-item = Пункт { $number }
plan-order = Место
plan-minutes = Минуты
plan-company = Компания докладчика
plan-is-pitch = Питч: компания представляет себя
plan-pitch = Питч
plan-order-empty = Порядка выступлений пока нет. Введите первые пункты ниже; время рассчитается само.
plan-overrun = { $n ->
    [one] На { $n } минуту дольше блока
    [few] На { $n } минуты дольше блока
   *[many] На { $n } минут дольше блока
}
form-problem-bad-date = Дату нельзя прочесть однозначно. Напишите её так: 2025-12-03 или 1404/09/12.
form-problem-bad-time = Это не время суток. Напишите так: 09:30.
audit-block-added = Блок добавлен в план
audit-block-changed = Блок плана изменён
audit-block-removed = Блок удалён из плана
audit-block-brought-back = Удалённый блок возвращён
audit-running-order-set = Порядок выступлений изменён
