## Вход
sign-in = Войти
sign-in-lead = По адресу электронной почты, на который пришло приглашение.
sign-in-email = Адрес электронной почты
sign-in-password = Пароль
sign-out = Выйти
## Формы
form-optional = (необязательно)
form-problems = { $n ->
    [one] Нужно исправить { $n } пункт:
    [few] Нужно исправить { $n } пункта:
   *[many] Нужно исправить { $n } пунктов:
}
form-problem-required = Пожалуйста, заполните это поле.
form-problem-invalid = Такое значение здесь не подходит. Пожалуйста, проверьте его.
form-problem-invalid-choice = Такого варианта нет.
form-problem-max-length = Слишком длинно: не более { $limit_value } знаков.
form-problem-wrong-password = Такой пары адреса и пароля нет. В пароле важны заглавные буквы.
form-problem-locked = Слишком много неверных паролей. Подождите четверть часа или задайте новый пароль.
form-problem-wrong-code = Код неверен или устарел. Введите самый новый.
form-problem-password-too-short = Не менее { $min_length } знаков, пожалуйста. Три-четыре слова — хороший пароль.
form-problem-password-too-common = Этот пароль есть во всех списках распространённых. Выберите другой.
form-problem-password-entirely-numeric = Пароль из одних цифр подобрать слишком легко. Добавьте буквы.
form-problem-taken = Это уже занято. Выберите другое.
form-problem-before-start = Последний день не может быть раньше первого.
## Второй фактор
second-factor-title = Второй фактор
second-factor-lead = Введите код, который приложение показывает сейчас, или один из резервных кодов.
second-factor-code = Код
second-factor-setup = Подключить второй фактор
second-factor-setup-lead = Команда организатора входит с паролем и кодом из телефона. Сфотографируйте узор приложением для входа и введите код, который оно покажет.
second-factor-picture = Узор для приложения
second-factor-by-hand = Или наберите в приложении:
second-factor-do = Подключить
second-factor-is-set = Второй фактор подключён.
second-factor-is-not = Второй фактор не подключён.
recovery-title = Ваши резервные коды
recovery-lead = Распечатайте или запишите их: каждый один раз заменит телефон. Они показываются только сейчас.
recovery-done = Коды сохранены
## Пароли
forgotten-title = Забыли пароль?
forgotten-lead = Мы пришлём ссылку, по которой можно задать новый.
forgotten-email = Адрес электронной почты
forgotten-do = Прислать ссылку
forgotten-sent = Если учётная запись с таким адресом есть, письмо со ссылкой уже отправлено. Ссылка действует два часа.
new-password-title = Новый пароль
new-password-password = Новый пароль
new-password-password-hint = Не менее 10 знаков. Три-четыре слова — хороший пароль.
new-password-do = Задать пароль
## Моя учётная запись
account-title = Моя учётная запись
account-name = Имя
account-language = Язык писем к вам
account-do = Сохранить
letter-password-subject = Новый пароль для Каравана
letter-password = Здравствуйте, { $name }!

    Кто-то, скорее всего вы, попросил новый пароль. Эта ссылка задаёт его один раз в течение двух часов:

    { $link }

    Если это были не вы, ничего делать не нужно: пароль останется прежним.
