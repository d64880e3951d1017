## کاربرگ هیأت: واژه‌هایی که در خانه‌ها می‌آیند
workbook-yes-words = بله; بلی; آری
workbook-no-words = خیر; نه; نخیر

## آنچه از ساختار ستون دانسته است
workbook-required = پر کردن آن لازم است.
workbook-allowed = مقدارهای مجاز: { $values }.
workbook-range = عدد صحیح از { $least } تا { $most }.
workbook-list = چند مقدار را با نقطه‌ویرگول (;) از هم جدا کنید.
workbook-when-blank = خالی یعنی { $value }.
workbook-in-language = به زبان { $language }.

## برگهٔ راهنما
workbook-help-title = راهنمای پر کردن این کاربرگ
workbook-help-text =
    هر برگه ویژهٔ یک چیز است و هر ردیف یکی از آن‌ها را نشان می‌دهد. تنها برگه‌های Mission و Companies لازم‌اند؛ اگر برای برگه‌های دیگر چیزی ندارید، آن‌ها را خالی بگذارید.
    نام برگه‌ها و سرستون‌ها را تغییر ندهید؛ در همهٔ زبان‌ها یکسان‌اند. نشانگر را روی هر سرستون ببرید تا ببینید در آن ستون چه باید نوشت. سرستون‌های تیره لازم‌اند.
    نام‌ها و عنوان‌ها را به هر زبانی می‌توان نوشت: ستونی مانند name_tr یا title_ar بیفزایید.
    تاریخ را به شکل { $iso } یا { $hijri } و ساعت را به شکل { $clock } بنویسید. چند مقدار در یک خانه با نقطه‌ویرگول (;) از هم جدا می‌شوند.
    پیش از فرستادن کاربرگ، آن را با کاروان بررسی کنید تا همهٔ اشکال‌ها را با نام برگه، ردیف و ستون ببینید.

## هر ردیفِ هر برگه چیست
workbook-sheet-settings = یکی از تنظیم‌های کل هیأت: عنوان، روزها، کشورها و قاعده‌ها.
workbook-sheet-companies = یک سازمان از یکی از دو طرف.
workbook-sheet-opportunities = یک عرضه یا نیاز از یک شرکت.
workbook-sheet-people = یک نمایندهٔ شرکت.
workbook-sheet-requests = یک خواستهٔ شرکت: با چه کسی می‌خواهد یا باید ملاقات کند، یا نمی‌خواهد ملاقات کند.
workbook-sheet-blocks = یک بازهٔ زمانی: نشست‌های دوجانبه، بازدید، نشست عمومی، ضیافت، جابه‌جایی یا استراحت.
workbook-sheet-tables = یک میز برای نشست، یا اتاقی که هم‌زمان جای یک نشست دارد.
workbook-sheet-travel = زمان رفت‌وآمد میان دو محل به دقیقه.
workbook-sheet-interpreters = یک مترجم.
workbook-sheet-absences = زمانی که شرکت یا مترجم حضور ندارد.
workbook-sheet-fixed = نشستی که از پیش بر سر آن توافق شده است.
workbook-sheet-concepts = مفهومی که به مفاهیم سنجش عرضه‌ها و نیازها می‌افزایید، یا واژه‌های بیشتر برای یکی از آن‌ها.

## Mission
workbook-column-settings-title = عنوان هیأت.
workbook-column-settings-start-date = نخستین روز.
workbook-column-settings-end-date = آخرین روز.
workbook-column-settings-time-zone = منطقهٔ زمانی همهٔ ساعت‌ها با نام IANA، مانند Europe/Moscow.
workbook-column-settings-visiting-country = کشور هیأت میهمان با دو حرف مانند IR.
workbook-column-settings-host-country = کشور میزبان با دو حرف مانند RU.
workbook-column-settings-slot-minutes = مدت هر نشست به دقیقه.
workbook-column-settings-changeover-minutes = فاصلهٔ میان دو نشست به دقیقه، برای رفتن به میز بعدی.
workbook-column-settings-languages = زبان سندها با دو حرف؛ مهم‌ترین زبان نخست بیاید.
workbook-column-settings-max-meetings-per-company-per-day = بیشترین شمار نشست‌های هر شرکت در یک روز.
workbook-column-settings-min-meetings-per-company = کمترین شمار نشست‌هایی که هر شرکت باید در کل هیأت داشته باشد.
workbook-column-settings-body = نام کارگروه مشترکی که هیأت وابسته به آن است.
workbook-column-settings-session-number = شمارهٔ این نشست کارگروه مشترک.
workbook-column-settings-goals = ترتیب اهمیت هدف‌ها. must همیشه نخست می‌آید و هدف‌هایی که نام برده نشوند، به ترتیب معمول در پایان می‌آیند.
workbook-column-settings-send-texts-to = نشانی مدلی که خودتان اجرا می‌کنید، اگر شرکت‌ها موافق‌اند که متن‌هایشان برای مقایسه به آنجا فرستاده شود. خالی: هیچ متنی به جایی فرستاده نمی‌شود.

## Companies
workbook-column-companies-code = کدی کوتاه و غیرتکراری، مانند V01. برگه‌های دیگر شرکت را با آن می‌شناسند.
workbook-column-companies-side = میهمان (visitor) یا میزبان (host).
workbook-column-companies-name = نام سازمان.
workbook-column-companies-country = دو حرف مانند IR.
workbook-column-companies-city = شهری که سازمان در آن است.
workbook-column-companies-kind = نوع سازمان.
workbook-column-companies-size = اندازهٔ سازمان.
workbook-column-companies-languages = زبان‌هایی که نمایندگانش می‌دانند، با دو حرف. خالی: زبان متن‌های شرکت.
workbook-column-companies-website = نشانی وبگاه.
workbook-column-companies-contact-name = کسی که برگزارکننده به او نامه می‌نویسد.
workbook-column-companies-contact-email = رایانامهٔ همان شخص.
workbook-column-companies-home-table = میزی که شرکت همیشه پشت آن می‌نشیند: محل/میز، یا تنها کد میز اگر یکتا باشد.
workbook-column-companies-max-meetings-per-day = بیشترین شمار نشست‌های این شرکت در یک روز. خالی: مانند همه.
workbook-column-companies-representatives = شرکت هم‌زمان چند نشست می‌تواند داشته باشد.

## Opportunities
workbook-column-opportunities-company = کد شرکت.
workbook-column-opportunities-kind = عرضه (offer) یا نیاز (need).
workbook-column-opportunities-text = آنچه شرکت عرضه می‌کند یا نیاز دارد، در دو سه جمله، به هر زبانی.
workbook-column-opportunities-title = همان در چند واژه.
workbook-column-opportunities-language = زبان متن با دو حرف. خالی: از خود متن شناخته می‌شود.
workbook-column-opportunities-domains = کد حوزه‌های فناوری.
workbook-column-opportunities-routes = مسیرهای همکاری که برای شرکت مناسب است.
workbook-column-opportunities-stage = میزان آمادگی فناوری.

## People
workbook-column-people-company = کد شرکت.
workbook-column-people-name = نام شخص.
workbook-column-people-role = سمت شخص در شرکت.
workbook-column-people-email = رایانامهٔ شخص.
workbook-column-people-languages = زبان‌هایی که شخص می‌داند، با دو حرف.
workbook-column-people-travels = آیا همراه هیأت سفر می‌کند؟
workbook-column-people-reserve = آیا هنگام نیامدن دیگری جای او را می‌گیرد؟

## Requests
workbook-column-requests-company = کد شرکتی که خواسته از آنِ اوست.
workbook-column-requests-counterpart = کد شرکتی که خواسته دربارهٔ اوست.
workbook-column-requests-level = must: پیش از همه برنامه‌ریزی می‌شود؛ want: اگر جا باشد؛ avoid: هرگز، و تنها برگزارکننده از آن آگاه است.
workbook-column-requests-status = پاسخ طرف متناظر. تنها درخواست‌های پذیرفته‌شده (accepted) به شمار می‌آیند.
workbook-column-requests-message = چند کلمه برای طرف متناظر.

## Programme
workbook-column-blocks-date = روز.
workbook-column-blocks-start = ساعت آغاز.
workbook-column-blocks-end = ساعت پایان.
workbook-column-blocks-kind = چه چیزی برگزار می‌شود. کسی که در چیزی جز نشست‌های دوجانبه شرکت دارد، در آن زمان نشستی ندارد.
workbook-column-blocks-title = نامی که در برنامه می‌آید.
workbook-column-blocks-venue = کد محل، همان‌گونه که در برگهٔ Venues آمده است.
workbook-column-blocks-companies = چه کسانی شرکت دارند یا می‌توانند نشست داشته باشند: کد شرکت‌ها، visitor، host یا * برای همه.
workbook-column-blocks-capacity = بازدید برای چند شرکت جا دارد.
workbook-column-blocks-choice = yes: شرکت‌ها بر پایهٔ علاقه و تا پر شدن ظرفیت برگزیده می‌شوند؛ no: همهٔ نام‌برده‌ها شرکت دارند.
workbook-column-blocks-domains = در این بازه تنها شرکت‌هایی نشست دارند که یکی از این حوزه‌ها میانشان مشترک است. خالی: همه.

## Venues
workbook-column-tables-venue = کد محل، مانند hall.
workbook-column-tables-table = کد میز، مانند T01.
workbook-column-tables-seats = چند نفر می‌توانند بنشینند.
workbook-column-tables-title = نامی که در برنامهٔ شرکت‌ها می‌آید.

## Travel
workbook-column-travel-from = کد یک محل.
workbook-column-travel-to = کد محل دیگر.
workbook-column-travel-minutes = دقیقه‌های راه از یکی به دیگری؛ برگشت هم همین است، مگر آنکه ردیف خودش را داشته باشد.

## Interpreters
workbook-column-interpreters-code = کدی کوتاه و غیرتکراری، مانند I01.
workbook-column-interpreters-name = نام مترجم.
workbook-column-interpreters-languages = زبان‌هایی که مترجم میان آن‌ها ترجمه می‌کند: دست‌کم دو زبان، هر یک با دو حرف.
workbook-column-interpreters-max-minutes-per-day = بیشترین دقیقه‌های نشست در یک روز.
workbook-column-interpreters-max-minutes-without-pause = بیشترین دقیقه‌های نشستِ پیاپی.
workbook-column-interpreters-pause-minutes = مدت استراحت. فاصلهٔ میان دو نشست استراحت به شمار نمی‌آید.

## Availability
workbook-column-absences-who = کد شرکت یا مترجم؛ یا میز به صورت محل/میز.
workbook-column-absences-date = روز.
workbook-column-absences-from = آغاز غیبت. خالی: از آغاز روز.
workbook-column-absences-to = پایان غیبت. خالی: تا پایان روز.
workbook-column-absences-reason = دلیل؛ تنها برگزارکننده آن را می‌بیند.

## Fixed
workbook-column-fixed-company = کد یکی از دو شرکت.
workbook-column-fixed-counterpart = کد شرکت دیگر.
workbook-column-fixed-date = روز، اگر بر سر آن توافق شده است.
workbook-column-fixed-start = ساعت آغاز، اگر بر سر آن توافق شده است.
workbook-column-fixed-table = میز، اگر بر سر آن توافق شده است: محل/میز، یا تنها کد میز اگر یکتا باشد.
workbook-column-fixed-interpreter = کد مترجم، اگر بر سر او توافق شده است.

## Concepts
workbook-column-concepts-code = کدی کوتاه و غیرتکراری در حوزهٔ خود، مانند beehives؛ اگر کد یکی از مفاهیم خود کاروان باشد، این سطر به آن واژه می‌افزاید.
workbook-column-concepts-parent = حوزه‌ای از رده‌بندی که این مفهوم در آن است، مانند smart_agriculture.
workbook-column-concepts-label = نام آن؛ در متن شرکت‌ها نیز جست‌وجو می‌شود. اگر خالی باشد، نام انگلیسی نشان داده می‌شود.
workbook-column-concepts-synonyms = واژه‌ها و عبارت‌های دیگر برای آن، جداشده با نقطه‌ویرگول (؛).
workbook-column-concepts-links = مفاهیمی که اغلب همراه آن لازم‌اند، هر یک به صورت domain.code.
