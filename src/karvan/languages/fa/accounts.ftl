## ورود
sign-in = ورود
sign-in-lead = با نشانی رایانامه‌ای که دعوت‌نامه به آن فرستاده شده است.
sign-in-email = نشانی رایانامه
sign-in-password = گذرواژه
sign-out = خروج
## فرم‌ها
form-optional = (اختیاری)
form-problems = { $n ->
    [one] یک مورد را اصلاح کنید:
   *[other] { $n } مورد را اصلاح کنید:
}
form-problem-required = لطفاً این بخش را پر کنید.
form-problem-invalid = این مقدار اینجا درست نیست. لطفاً آن را بررسی کنید.
form-problem-invalid-choice = این یکی از گزینه‌ها نیست.
form-problem-max-length = بیش از اندازه بلند است: حداکثر { $limit_value } نویسه.
form-problem-wrong-password = این نشانی و این گذرواژه با هم جور نیستند. بزرگی و کوچکی حروف در گذرواژه مهم است.
form-problem-locked = گذرواژه بارها نادرست بوده است. لطفاً یک ربع صبر کنید یا گذرواژه تازه‌ای بگذارید.
form-problem-wrong-code = این رمز درست نیست یا کهنه شده است. لطفاً تازه‌ترین رمز را وارد کنید.
form-problem-password-too-short = لطفاً دست‌کم { $min_length } نویسه. سه چهار واژه گذرواژه خوبی می‌سازد.
form-problem-password-too-common = این گذرواژه در هر فهرستی از گذرواژه‌های رایج هست. لطفاً دیگری برگزینید.
form-problem-password-entirely-numeric = گذرواژه‌ای که تنها رقم باشد زود پیدا می‌شود. لطفاً حرف هم بیفزایید.
form-problem-taken = این پیش‌تر گرفته شده است. لطفاً دیگری برگزینید.
form-problem-before-start = روز پایان نمی‌تواند پیش از روز آغاز باشد.
## عامل دوم
second-factor-title = عامل دوم
second-factor-lead = رمزی را که برنامه شما اکنون نشان می‌دهد، یا یکی از رمزهای بازیابی را وارد کنید.
second-factor-code = رمز
second-factor-setup = راه‌اندازی عامل دوم
second-factor-setup-lead = گروه برگزارکننده با گذرواژه و رمزی از تلفن همراه وارد می‌شود. با یک برنامه احراز هویت از نقش زیر عکس بگیرید و رمزی را که نشان می‌دهد وارد کنید.
second-factor-picture = نقشی برای برنامه احراز هویت شما
second-factor-by-hand = یا این را در برنامه بنویسید:
second-factor-do = به کار بگیر
second-factor-is-set = عامل دوم به کار گرفته شده است.
second-factor-is-not = عامل دوم به کار گرفته نشده است.
recovery-title = رمزهای بازیابی شما
recovery-lead = این‌ها را چاپ یا یادداشت کنید: هر یک یک بار جای تلفن را می‌گیرد. تنها همین حالا نشان داده می‌شوند.
recovery-done = نگه داشتم
## گذرواژه
forgotten-title = گذرواژه را فراموش کرده‌اید؟
forgotten-lead = پیوندی می‌فرستیم که با آن گذرواژه تازه می‌گذارید.
forgotten-email = نشانی رایانامه
forgotten-do = پیوند را بفرست
forgotten-sent = اگر حسابی با این نشانی باشد، نامه‌ای با پیوند در راه است. پیوند تا دو ساعت کار می‌کند.
new-password-title = گذرواژه تازه
new-password-password = گذرواژه تازه
new-password-password-hint = دست‌کم ۱۰ نویسه. سه چهار واژه گذرواژه خوبی می‌سازد.
new-password-do = گذرواژه را بگذار
## حساب من
account-title = حساب من
account-name = نام
account-language = زبان نامه‌ها به شما
account-do = ذخیره
letter-password-subject = گذرواژه تازه برای کاروان
letter-password = { $name } گرامی،

    کسی، به احتمال زیاد خود شما، گذرواژه تازه خواسته است. این پیوند یک بار و تا دو ساعت آن را می‌گذارد:

    { $link }

    اگر شما نبوده‌اید کاری لازم نیست: گذرواژه شما همان که بود می‌ماند.
