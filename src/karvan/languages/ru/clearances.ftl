## Допуск
nav-group-care = Забота
nav-clearances = Допуск
clearance-lead = Санкции и экспортный контроль: каждую компанию и каждую встречу, где технология может перейти из рук в руки, допускает названный человек.
clearance-count = { $n ->
    [0] Всё допущено: { $total } из { $total }.
    [one] Не допущен { $n } пункт из { $total }.
    [few] Не допущены { $n } пункта из { $total }.
   *[many] Не допущены { $n } пунктов из { $total }.
}
clearance-state = Состояние
clearance-any = Все
clearance-show = Показать
clearance-what = Компания или встреча
clearance-side = Сторона
clearance-meeting = Встреча
clearance-decided-by = Кто решил
clearance-decided-on = Дата решения
clearance-basis = Основание
clearance-basis-hint = На чём основано решение: проверенные списки, письмо, лицензия, с датой.
clearance-valid-until = Действует до
clearance-valid-until-hint = Пусто: на всю миссию.
clearance-enter = Внести решение
clearance-do = Сохранить решение
clearance-empty = Ничего подходящего. Выберите другое состояние или сначала добавьте компании.
clearance-history = Решения до сих пор
clearance-why = Обе компании назвали обмен технологиями или совместное производство, поэтому эта встреча требует отдельного допуска.
clearance-cleared = Допущено
clearance-refused = Отказано
clearance-open = Не решено
form-problem-in-future = Этот день ещё не наступил.
form-problem-in-past = Этот день уже прошёл.
audit-clearance-decided = Решил о допуске
