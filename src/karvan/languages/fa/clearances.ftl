## تأیید انطباق
nav-group-care = مراقبت
nav-clearances = تأیید انطباق
clearance-lead = تحریم‌ها و کنترل صادرات: شخصی با نام خود هر شرکت، و هر نشستی را که در آن فناوری دست به دست می‌شود، تأیید می‌کند.
clearance-count = { $n ->
    [0] همه تأیید شده‌اند: { $total } از { $total }.
    [one] { $n } مورد از { $total } تأیید نشده است.
   *[other] { $n } مورد از { $total } تأیید نشده است.
}
clearance-state = وضعیت
clearance-any = همه
clearance-show = نشان بده
clearance-what = شرکت یا نشست
clearance-side = طرف
clearance-meeting = نشست
clearance-decided-by = تصمیم‌گیرنده
clearance-decided-on = تاریخ تصمیم
clearance-basis = مبنا
clearance-basis-hint = تصمیم بر چه استوار است: فهرست‌های جست‌وجوشده، نامه، مجوز، با تاریخ.
clearance-valid-until = معتبر تا
clearance-valid-until-hint = خالی: برای همه مأموریت.
clearance-enter = ثبت تصمیم
clearance-do = تصمیم را نگه دار
clearance-empty = چیزی با این مشخصات نیست. وضعیت دیگری برگزینید یا نخست شرکت‌ها را بیفزایید.
clearance-history = تصمیم‌های تاکنون
clearance-why = هر دو از انتقال فناوری یا تولید مشترک نام برده‌اند؛ این نشست تأیید جداگانه می‌خواهد.
clearance-cleared = تأیید شده
clearance-refused = رد شده
clearance-open = باز
form-problem-in-future = این روز هنوز نیامده است.
form-problem-in-past = این روز گذشته است.
audit-clearance-decided = درباره تأیید انطباق تصمیم گرفت
