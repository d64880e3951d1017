## برنامه روزها
nav-plan = برنامه روزها
plan-new = افزودن بخش
plan-new-here = افزودن بخش در این روز
plan-change = تغییر بخش
plan-remove = حذف این بخش
plan-removed = بخش‌های حذف‌شده
plan-bring-back = بازگرداندن
plan-nothing-that-day = هنوز برای این روز برنامه‌ای نیست.
plan-slots-per-table = { $n ->
    [one] یک نوبت در هر میز
   *[other] { $n } نوبت در هر میز
}
plan-room-for = { $n ->
    [one] جا برای یک شرکت
   *[other] جا برای { $n } شرکت
}
plan-by-choice = شرکت‌ها گمارده می‌شوند
plan-date = روز
plan-start = از
plan-end = تا
plan-kind = نوع برنامه
plan-title-in = عنوان به زبان { $language }
plan-venue = محل
plan-venue-hint = محلی شناخته‌شده را برگزینید یا محل تازه‌ای بنویسید. ملاقات‌های بدون محل در هر جا که میز باشد برگزار می‌شوند.
plan-companies = شرکت‌کنندگان
plan-companies-hint = همه یک طرف، یا شرکت‌ها با نام. برای ملاقات‌ها: چه کسانی می‌توانند در این بازه دیدار کنند.
plan-capacity = ظرفیت
plan-capacity-hint = برای بازدیدها: برای چند شرکت جا هست.
plan-is-choice = شرکت‌ها تا سقف ظرفیت به این بازدید گمارده می‌شوند
plan-is-choice-hint = وگرنه همه نام‌بردگان بالا شرکت می‌کنند.
plan-domains = تنها این حوزه‌های فناوری
plan-domains-hint = برای ملاقات‌ها: تنها شرکت‌هایی که یکی از این حوزه‌ها را مشترک دارند یا خواهان یکدیگرند اینجا دیدار می‌کنند. هیچ‌کدام: همه.
plan-everybody = هر دو طرف، همه
plan-yes = بله
plan-no = خیر
plan-save = ذخیره
plan-save-hint = اگر این تغییر به ملاقات‌ها یا نوبت‌ها برسد، پیش از ذخیره آن را می‌بینید.
plan-save-anyway = ذخیره تغییر
plan-cancel = انصراف
plan-back = بازگشت، بدون ذخیره
plan-min-value = لطفاً دست‌کم { $limit }.
plan-max-value = لطفاً حداکثر { $limit }.
plan-outdated = چیزی از شما ذخیره نشد. تفاوت‌ها را ببینید؛ اگر اکنون ذخیره کنید نسخه شما جای نسخه دیگری را می‌گیرد.
plan-field = بخش
plan-theirs = چنان که اکنون هست
plan-mine = چنان که شما وارد کردید
plan-said-added = بخش افزوده شد.
plan-said-changed = بخش تغییر کرد.
plan-said-removed = بخش حذف شد.
plan-said-back = بخش بازگشت.
plan-said-order = ترتیب اجرا ذخیره شد.
plan-effect = پیامد این تغییر
plan-effect-lead = هنوز چیزی ذخیره نشده است.
plan-effect-meetings = ملاقات‌های برنامه منتشرشده
plan-effect-touched = { $n ->
    [one] یک ملاقات قاعده‌ای را نقض خواهد کرد.
   *[other] { $n } ملاقات قاعده‌ای را نقض خواهند کرد.
}
plan-effect-unvisited = { $n ->
    [one] یک شرکت به این بازدید گمارده شده بود:
   *[other] { $n } شرکت به این بازدید گمارده شده بودند:
}
plan-effect-kept = برنامه منتشرشده همان‌گونه می‌ماند. این ملاقات‌ها در برنامه بعدی نوبت دیگری لازم دارند.
plan-effect-none = هیچ ملاقاتی آسیب نمی‌بیند.
plan-effect-unreleased = هنوز برنامه‌ای منتشر نشده است، پس هیچ ملاقاتی آسیب نمی‌بیند.
plan-effect-slots = نوبت‌ها
plan-effect-gone = { $n ->
    [one] یک نوبت از میان می‌رود
   *[other] { $n } نوبت از میان می‌رود
}
plan-effect-added = { $n ->
    [one] یک نوبت افزوده می‌شود
   *[other] { $n } نوبت افزوده می‌شود
}
plan-effect-odd = این‌ها را هم ببینید
plan-running-order = ترتیب اجرا
plan-items = { $n ->
    [one] ترتیب اجرا: یک مورد
   *[other] ترتیب اجرا: { $n } مورد
}
plan-item = مورد { $number }
plan-order = جایگاه
plan-minutes = دقیقه
plan-company = شرکت سخنران
plan-is-pitch = معرفی کوتاه: شرکت خود را می‌شناساند
plan-pitch = معرفی کوتاه
plan-order-empty = هنوز ترتیب اجرا نیست. نخستین موارد را در پایین وارد کنید؛ زمان آن‌ها حساب می‌شود.
plan-overrun = { $n ->
    [one] یک دقیقه بیش از زمان
   *[other] { $n } دقیقه بیش از زمان
}
form-problem-bad-date = این بی‌گمان تاریخ نیست. لطفاً مانند 2025-12-03 یا 1404/09/12 بنویسید.
form-problem-bad-time = این ساعت نیست. لطفاً مانند 09:30 بنویسید.
audit-block-added = افزودن بخش به برنامه روزها
audit-block-changed = تغییر بخشی از برنامه روزها
audit-block-removed = حذف بخش از برنامه روزها
audit-block-brought-back = بازگرداندن بخش حذف‌شده
audit-running-order-set = تغییر ترتیب اجرا
