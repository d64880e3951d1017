## بازدیدهایی که شرکت‌ها برمی‌گزینند
nav-visit-choice = بازدیدها
nav-visit-places = جاهای بازدیدها
visits-lead = بازدیدهایی را که شرکت شما می‌رود برگزینید. هر که زودتر بگیرد جا از آن اوست.
visits-closed = در این مرحله نمی‌توان بازدید برگزید. خواست خود را به برگزارکننده بگویید.
visits-none = بازدیدی نیست که شرکت شما برگزیند.
visits-none-planned = در طرح روزها بازدیدی نیست که برگزیدنی باشد.
visits-places-lead = هر جا را که گرفته است. شرکت‌های بی جا هنگام تنظیم برنامه باز هم می‌توانند جایی بگیرند.
visits-nobody = هنوز هیچ‌کس.
visits-unlimited = { $n ->
    [0] برای همه جا هست
   *[other] برای همه جا هست؛ { $n } شرکت می‌رود
}
visits-left = { $left ->
    [0] از { $total } جا هیچ نمانده است
   *[other] { $left } جا از { $total } جا مانده است
}
visits-taken = جاهای گرفته‌شده
visits-yours = شرکت شما می‌رود
visits-take = یک جا می‌گیریم
visits-leave = جا را پس می‌دهیم
visits-full = همه جاها گرفته شده است
visits-clash = در آن هنگام اینجا هستید:
visits-nowhere = به هیچ بازدیدی نمی‌رویم
visits-nowhere-said = گفته‌اید که شرکت شما به هیچ بازدیدی نمی‌رود.
visits-somewhere = شاید به بازدیدی برویم
visits-said-taken = جا از آن شماست.
visits-said-left = جا دوباره آزاد است.
visits-said-nowhere = ثبت شد: شرکت شما به هیچ بازدیدی نمی‌رود.
visits-said-somewhere = ثبت شد: شرکت شما می‌تواند به بازدید برود.
visits-said-visit-full = دیگران زودتر بودند: همه جاهای این بازدید گرفته شده است. شاید بازدید دیگری مناسب باشد.
visits-said-visit-clash = شرکت شما در آن هنگام جای دیگری است. نخست آن جا را پس بدهید.
activity-visits = بازدیدها
owed-visits = بازدیدی برگزیده نشده است
debts-of-visits = شرکت بی بازدید
audit-visit-taken = جایی در بازدید گرفت
audit-visit-left = جایی در بازدید را پس داد
audit-visits-refused = گفت که شرکتی به هیچ بازدیدی نمی‌رود
audit-visits-refused-no-more = گفت که شرکتی شاید به بازدید برود
