## ترمیم: کمترین تغییر پس از آنکه چیزی پیش آمد
cli-repair-about = ترمیم برنامه منتشرشده پس از تغییرها، با کمترین دستکاری در برنامه شرکت‌ها
cli-changes-help = پرونده changes.json: آنچه پس از انتشار پیش آمده است
cli-repair-output-help = پوشه programme.json و programme.xlsx و repair.json و changes.html و هیأت تغییریافته، و برنامه‌ها و تقویم‌های شرکت‌هایی که تغییر به آن‌ها می‌رسد (پیش‌فرض: JSON در خروجی استاندارد)
cli-repair-bug = داور این ترمیم را نمی‌پذیرد و برای همین نوشته نشد. لطفاً این خطا را گزارش کنید.
cli-repair-begun = آنچه آغاز شده خود این قاعده‌ها را نقض می‌کند؛ تا این برطرف نشود، ترمیم ممکن نیست:
cli-repaired-optimal = ترمیم شد و داور آن را بررسی کرد؛ هیچ ترمیمی کمتر از این تغییر نمی‌دهد.{ $path ->
        [none] {""}
       *[other] {" "}در { $path } نوشته شد.
    }
cli-repaired-feasible = ترمیم شد و داور آن را بررسی کرد؛ شاید ترمیمی با تغییر کمتر هم باشد.{ $path ->
        [none] {""}
       *[other] {" "}در { $path } نوشته شد.
    }
goal-repair_fixed_lost = توافق‌هایی که نمی‌توان نگه داشت
goal-repair_must_lost = نشست‌های ضروری ازدست‌رفته
goal-repair_want_lost = نشست‌های درخواستی ازدست‌رفته
goal-repair_companies = شرکت‌هایی که برنامه‌شان تغییر می‌کند
goal-repair_suggestions_lost = نشست‌های پیشنهادی ازدست‌رفته
goal-repair_moved = نشست‌های جابه‌جاشده
goal-repair_shift = مجموع دقیقه‌های جابه‌جایی
goal-repair_tables = تغییرهای دیگر میز
goal-repair_interpreters = تغییرهای دیگر مترجم
repair-title = تغییرهای برنامه
repair-told = به چه کسی چه باید گفت
repair-goals = هزینه ترمیم
repair-alternatives = راه‌های دیگر
repair-organiser = برای برگزارکننده: سطرهای ریز زیر هر تغییر برای شرکت‌ها نیست.
repair-nothing = چیزی تغییر نمی‌کند.
repair-summary = { $companies ->
        [0] برنامه هیچ شرکتی تغییر نمی‌کند
       *[other] برنامه { $companies } شرکت تغییر می‌کند
    }: { $moved } جابه‌جایی، { $reseated } تغییر میز، { $reinterpreted } تغییر مترجم، { $added } نشست تازه، { $lost } نشست ازدست‌رفته.
repair-company = به { $company } باید گفت:
repair-when = { $day }، { $time }
repair-meeting-moved = نشست با { $company } از { $before } به { $after } منتقل شد. محل: { $place }.
repair-meeting-reseated = نشست با { $company } در { $after } اکنون اینجاست: { $place }.
repair-meeting-reinterpreted = مترجم نشست با { $company } در { $after } اکنون { $interpreter } است.
repair-meeting-added = نشست تازه با { $company } در { $after }. محل: { $place }.
repair-meeting-lost = نشست با { $company } در { $before } برگزار نمی‌شود.
repair-block-moved = { $block }: نه { $before }، بلکه { $after }. محل: { $place }.
repair-block-off = { $block }، { $time }: دیگر در برنامه نیست.
repair-block-on = { $block }، { $time }: به برنامه افزوده شد.
repair-was-fixed = از پیش توافق شده بود؛ این توافق را نمی‌توان نگه داشت.
repair-withdrawn = دیگر کسی آن را نمی‌خواهد.
repair-not-asked-for = کسی آن را نخواسته بود و بدون تغییرهای بیشتر جایی برایش نبود.
repair-goal = { $goal }: { $value } (دست‌کم: { $bound })
repair-goal-proved = { $goal }: { $value } (اثبات شد: کمتر نمی‌شود)
repair-instead = { $goal }: { $value } به جای { $instead }
repair-would-meet = ملاقات می‌کردند: { $companies } در { $time }
repair-alternative-fewer-companies = به جای آن می‌توان برنامه شرکت‌های کمتری را تغییر داد:
repair-alternative-more-suggestions = به جای آن می‌توان نشست‌های پیشنهادی بیشتری را نگه داشت:
repair-alternative-fill = به جای آن نشست‌هایی که پیش‌تر جا نگرفته بودند می‌توانند جا بگیرند:
reason-too-late = همه نوبت‌هایی که { $companies } را با هم می‌پذیرد آغاز شده است.
repair-problem = { $file }، { $place }: { $problem }
changes-right = { $problem } درست آن: { $expected }
changes-not-an-object = اینجا باید چیزی درون آکولاد بیاید.
changes-wrong-format = «{ $value }» قالب تغییرها نیست.
changes-not-a-list = اینجا باید فهرستی از تغییرها بیاید.
changes-unknown-field = «{ $value }» اینجا شناخته نیست.
changes-unknown-kind = تغییری از گونه «{ $value }» نیست.
changes-missing = این باید داده شود.
changes-not-text = { $value } متنی درون گیومه نیست.
changes-not-a-moment = «{ $value }» تاریخ و ساعت نیست.
changes-unknown-value = «{ $value }» اینجا ممکن نیست.
changes-unknown-company = شرکتی با کد «{ $value }» نیست.
changes-unknown-interpreter = مترجمی با کد «{ $value }» نیست.
changes-unknown-table = میز «{ $value }» نیست.
changes-ambiguous-table = «{ $value }» می‌تواند چند میز باشد.
changes-unknown-block = در برنامه بخشی با { $value } نیست.
changes-ambiguous-block = { $value } می‌تواند چند بخش باشد.
changes-block-gone = بخش { $value } با تغییری پیش از این لغو شده است.
changes-ends-before-start = پایان ({ $value }) باید پس از آغاز ({ $expected }) باشد.
changes-not-on-a-day = { $value }: هر بخش در یک روز از هیأت آغاز می‌شود و پایان می‌یابد.
changes-not-shorter = { $value } درون بخشِ پیشین نیست.
changes-has-begun = { $value } پیش از «now» است: آنچه آغاز شده تغییر نمی‌کند.
changes-meets-itself = «{ $value }» نمی‌تواند با خودش ملاقات کند.
changes-already-there = { $value } هم‌اکنون در برنامه ملاقات دارند.
changes-avoided = { $value }: یکی از دو طرف مایل به این ملاقات نیست. نخست آن درخواست را تغییر دهید.
changes-no-such-meeting = { $value } نه ملاقاتی دارند و نه آن را خواسته‌اند.
changes-meeting-begun = نشست { $value } آغاز شده است و تغییر نمی‌کند.
