## صفحه نخست
home-title = هیأت‌های شما
home-empty = هنوز عضو هیأتی نیستید. کسی که شما را دعوت می‌کند پیوندی با رایانامه می‌فرستد.
demo-title = گشتی در هیأت نمونه
demo-lead = هیأتی خیالی از شانزده شرکت نزد چهل‌وهشت میزبان. برگزینید که در چه نقشی وارد می‌شوید؛ هر بار می‌توانید بازگردید و نقش دیگری برگزینید.
demo-seats = ورود در نقش
demo-note = تنها در این نمایش با یک کلیک می‌توان وارد شد. با حساب خودتان:
## هیأت
phase-open-registration = شرکت‌ها درخواست می‌دهند و شناسنامه خود را می‌نویسند.
phase-open-preferences = شرکت‌ها شناسنامه‌های یکدیگر را می‌خوانند و درخواست ملاقات می‌کنند.
phase-open-scheduling = درخواست‌ها بسته شده است. برگزارکننده برنامه را تنظیم می‌کند.
phase-open-provisional = برنامه منتشر شده است. شرکت‌ها برنامه خود را می‌بینند و ناسازگاری‌ها را می‌گویند.
phase-open-final = برنامه قطعی است. تنها آنچه باید، تغییر می‌کند.
phase-open-live = مأموریت در جریان است.
phase-open-follow-up = مأموریت پایان یافته است. توافق‌ها پیگیری می‌شود.
phase-set = رفتن به مرحله دیگر
phase-to = مرحله
phase-do = برو به این مرحله
## نقش‌ها
role-owner = مالک
role-staff = کارمند برگزارکننده
role-viewer = ناظر برگزارکننده
role-manager = مدیر شرکت
role-representative = نماینده شرکت
role-interpreter = مترجم
role-observer = مشاهده‌گر
desk-neutral = میز بی‌طرف
desk-visitor = میز طرف میهمان
desk-host = میز طرف میزبان
## کار به نمایندگی از یک شرکت
acting-for = شما به نمایندگی از { $company } کار می‌کنید. هر کاری با همین عنوان ثبت می‌شود.
acting-stop = پایان
## راهنمای صفحه‌ها
nav = صفحه‌های هیأت
nav-open = صفحه‌ها
nav-group-mission = هیأت
nav-group-programme = برنامه
nav-mission = نمای کلی
nav-programme = برنامه منتشرشده
nav-first-day = روز به روز
nav-agenda = برنامه من
nav-roster = نوبت‌های من
nav-agendas = برنامه شرکت‌ها
nav-interpreters = نوبت‌های مترجمان
nav-first-tables = میزها
nav-group-preparation = آماده‌سازی
