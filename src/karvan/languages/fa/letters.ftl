## نامه‌هایی که برگزارکننده می‌تواند متنشان را تغییر دهد
letter-application-received-subject = درخواست رسید: { $mission }
letter-application-received = { $name } گرامی،

    درخواست { $company } برای شرکت در { $mission } رسید. سپاسگزاریم.

    با این پیوند، که تنها از آن شماست، می‌توانید آن را ببینید و تا { $deadline } تغییر دهید:

    { $link }
letter-application-accepted-subject = پذیرفته شد: { $mission }
letter-application-accepted = { $name } گرامی،

    خرسندیم که به آگاهی برسانیم { $company } برای { $mission } پذیرفته شده است.

    نامه جداگانه‌ای شما را دعوت می‌کند تا به عنوان مدیر شرکت وارد شوید؛ در آنجا شناسنامه شرکت را کامل می‌کنید و درخواست ملاقات می‌دهید.
letter-application-reserve-subject = در فهرست ذخیره: { $mission }
letter-application-reserve = { $name } گرامی،

    از درخواست { $company } برای { $mission } سپاسگزاریم. شمار درخواست‌های خوب بیش از جاهاست و درخواست شما در فهرست ذخیره قرار گرفت.

    اگر جایی خالی شود بی‌درنگ به شما می‌نویسیم.
letter-application-declined-subject = درخواست شما: { $mission }
letter-application-declined = { $name } گرامی،

    از درخواست { $company } برای { $mission } سپاسگزاریم. متأسفیم که این بار نمی‌توانیم آن را بپذیریم.

    خوشحال می‌شویم که در مأموریت بعدی درخواست شما را دریافت کنیم.
letter-reminder-subject = کارهای مانده: { $mission }
letter-reminder = { $name } گرامی،

    { $company } برای { $mission } هنوز این کارها را در پیش دارد:

    { $owed }

    همه چیز در یک نگاه:

    { $link }

    اگر در این میان انجام داده‌اید، کار دیگری لازم نیست. سپاسگزاریم.
audit-letter-text-changed = متن نامه‌ای را تغییر داد
audit-letter-text-restored = به متن معمول نامه‌ای بازگشت
nav-letter-texts = متن نامه‌ها
letter-texts-lead = نامه‌های درخواست‌کنندگان و نامه‌هایی که از برنامه خبر می‌دهند، به هر زبان. متن را تغییر دهید تا از آن پس در این مأموریت به کار رود.
letter-texts-own = متن شما
letter-name-application-received = درخواست رسید
letter-name-application-accepted = پذیرفته
letter-name-application-reserve = در فهرست ذخیره
letter-name-application-declined = ردشده
letter-name-reminder = یادآوری کارهای مانده
wording-lead = آنچه در آکولاد است برای هر نامه پر می‌شود.
wording-subject = موضوع
wording-text = متن
wording-do = متن را ذخیره کن
wording-restore = بازگشت به متن معمول
wording-conflict = هنگامی که می‌نوشتید، در جای دیگری تغییر کرد. متن کنونی در زیر آمده؛ اگر دوباره ذخیره کنید، نوشته شما جای آن را می‌گیرد.
form-problem-placeholder = یکی از واژه‌های درون آکولاد شناخته نیست. فهرست بالا را ببینید.
placeholder-name = نام رابط
placeholder-company = شرکت
placeholder-mission = مأموریت
placeholder-link = پیوند خصوصی (تنها در نامه رسید)
placeholder-deadline = پایان فراخوان
letter-programme-released-subject = برنامه شما: { $mission }
letter-programme-released = { $name } گرامی،

    برنامه { $mission } منتشر شد: «{ $release }». این برنامه { $whose } است. همه ساعت‌ها به وقت { $zone } است.

    { $agenda }

    برنامه در وب، برای چاپ و اشتراک تقویم:

    { $page }

    پرونده پیوست آن را به تقویم شما می‌افزاید.
letter-programme-changed-subject = برنامه شما تغییر کرد: { $mission }
letter-programme-changed = { $name } گرامی،

    برنامه { $mission } تغییر کرد: «{ $release }». این تغییرها به { $whose } مربوط است. همه ساعت‌ها به وقت { $zone } است.

    { $changes }

    لطفاً برنامه را باز کنید و تأیید کنید که آن را دیده‌اید:

    { $page }

    پرونده‌های پیوست تقویم شما را به‌روز می‌کنند.
letter-name-programme-released = برنامه منتشر شد
letter-name-programme-changed = برنامه تغییر کرد
placeholder-whose = شرکت یا مترجم
placeholder-release = نام انتشار
placeholder-zone = شهری که ساعت‌ها به وقت آن است
placeholder-page = نشانی برنامه
placeholder-agenda = همه برنامه
placeholder-changes = تغییرها به زبان ساده
placeholder-owed = کارهای مانده با پیوند و مهلت (تنها در یادآوری)
