## Drafts, the scheduler's grid, jobs, releases
nav-group-scheduling = Расписание
nav-drafts = Планировщик
nav-releases = Публикации
drafts-title = Черновики
drafts-lead = Черновик — это программа до публикации. Его видит только нейтральная команда.
drafts-empty = Черновиков пока нет. Дайте название; затем пусть планировщик заполнит его, или расставьте встречи вручную.
draft-name = Название черновика
draft-new = Новый черновик
draft-number = Черновик { $number }
draft-copy-of = копия «{ $name }»
draft-changed-by = Последнее изменение: { $name }
draft-sound = Судья не нашёл нарушений.
draft-was-undone = Ход отменён.
draft-was-redone = Ход повторён.
draft-was-queued = Задание передано планировщику. Его ответ придёт одним ходом, который можно отменить.
draft-was-stopped = Планировщик останавливается; найденное сохранится.
draft-copy-named = { $name } – проба
draft-copy-make = Создать копию
draft-hand-why = Почему не размещена
draft-now = сейчас здесь
draft-put-back = Возвращено на место; ничего не изменилось.
draft-lost = Сервер не отвечает. Ничего не изменилось; попробуйте ещё раз.
draft-keys = Перетащите встречу или коснитесь её, а затем свободной ячейки. С клавиатуры: Enter — взять, стрелки — по ячейкам (с Shift — к следующей свободной), Enter — положить, Esc — вернуть на место, Ctrl+Z — отменить ход.
draft-lifted = Взята встреча: { $names }. { $n ->
    [0] Свободных ячеек в этот день нет.
    [one] { $n } свободная ячейка в этот день.
    [few] { $n } свободные ячейки в этот день.
    *[many] { $n } свободных ячеек в этот день.
  }
draft-day-free = { $n ->
    [one] { $n } свободная
    [few] { $n } свободные
    *[many] { $n } свободных
  }
draft-verdict = Вердикт судьи
draft-broken = Судья нашёл { $n ->
    [one] { $n } нарушение
    [few] { $n } нарушения
    *[other] { $n } нарушений
  }.
draft-rules = Какие
draft-waiting = { $n ->
    [0] все запрошенные встречи размещены
    [one] не размещена { $n } запрошенная встреча
    [few] не размещены { $n } запрошенные встречи
    *[other] не размещено { $n } запрошенных встреч
  }
draft-undo = Отменить
draft-redo = Повторить
draft-fill = Заполнить только свободное
draft-regenerate = Составить заново, кроме закреплённых
draft-copy = Копия для пробы
draft-copy-name = Название копии
draft-release = Опубликовать
draft-search = Планировщик
draft-search-at = { $goal }: размещено { $placed } из { $total } за { $seconds } с
draft-search-changed = Размещено: { $placed }, перемещено: { $moved }, убрано: { $taken }; «Отменить» вернёт всё как было.
draft-search-before = Цели, решённые раньше
draft-search-other = Черновик тем временем изменился: ответ сохранён в отдельном черновике.
draft-curve = Лучшее значение (линия) и граница (пунктир) во времени
draft-best = Лучшее { $value }
draft-bound = граница { $bound }
draft-gap = разрыв
draft-stop = Остановить и взять лучшее
draft-hand = Встреча в руке
draft-hand-free = { $n ->
    [0] В этот день свободных мест нет.
    [one] В этот день { $n } свободное место.
    [few] В этот день { $n } свободных места.
    *[other] В этот день { $n } свободных мест.
  }
draft-hand-drop = Вернуть на место (Esc)
draft-lock = Закрепить
draft-unlock = Открепить
draft-locked = закреплено
draft-take-out = Вернуть в лоток
draft-tray = Не размещены
draft-tray-empty = Все запрошенные встречи размещены.
draft-level-fixed = согласовано
draft-level-must = обязательно
draft-level-want = желательно
draft-grid = Столы и слоты
draft-here = сюда
draft-no-slots = В миссии ещё нет блока встреч. Сначала добавьте его в программу.
draft-log = Последние ходы
draft-log-empty = Пока ничего не перемещали.
draft-undone = отменено
move-placed = Встреча размещена
move-moved = Встреча перемещена
move-taken-out = Встреча вернулась в лоток
move-locked = Встреча закреплена
move-unlocked = Встреча откреплена
move-filled = Планировщик заполнил свободное
move-regenerated = Планировщик составил черновик заново
place-fixed = согласовано иначе
place-within-block = вне их блока
place-block-domain = другие направления
place-company-away = { $company }: отсутствие
place-attendance = { $company }: другое мероприятие
place-travel = { $company }: в пути
place-one-at-a-time = { $company }: другая встреча
place-daily-limit = { $company }: дневной предел
place-table = стол занят
place-home-table = { $company }: постоянный стол в другом месте
place-interpreter-needed = нет переводчика
place-avoid = не желают встречи
place-same-side = одна сторона
job-status-queued = В очереди
job-status-running = Выполняется
job-status-done = Готово
job-status-stopped = Остановлено
job-status-failed = Сбой
job-problem-broken = Произошёл сбой у нас; подробности в журнале. Попробуйте ещё раз.
job-problem-worker-lost = Исполнитель дважды прервался. Попробуйте ещё раз.
web-error-job-open = Уже выполняется
web-error-job-open-text = Такая работа уже в очереди или выполняется. Дождитесь её или сначала остановите.
web-error-draft-stale = Кто-то успел раньше
web-error-draft-stale-text = Черновик изменили после того, как вы его открыли. Ничего не перезаписано. Вернитесь, обновите страницу и посмотрите.
web-error-draft-taken = Уже занято
web-error-draft-taken-text = Стол, переводчик или одна из компаний в это время заняты. Ничего не изменено.
web-error-draft-blocked = Туда не подходит
web-error-draft-blocked-text = Мешает правило. Вернитесь: каждая ячейка объясняет причину.
web-error-draft-broken = Не опубликовано
web-error-draft-broken-text = Судья нашёл нарушения, или ничего не размещено. Черновик показывает, что именно; сначала исправьте.
releases-lead = Каждая опубликованная программа остаётся неизменной. Откройте её, чтобы увидеть изменения.
releases-name = Публикация
releases-at = Когда
releases-by = Кто опубликовал
releases-first = Первая публикация.
