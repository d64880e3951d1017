## The command line
cli-match-output-help = پرونده خروجی؛ برای پاسخ‌های دیگر، همان پاسخ به صورت JSON در کنار جدول (پیش‌فرض: خروجی استاندارد)
cli-usage-together = { $name } و { $other } را نمی‌توان با هم داد.

## How good the matcher is
cli-evaluate-help = پیشنهادها را با جفت‌های نمره‌خورده بسنج (CSV با ستون‌های company، counterpart، grade و kind) و جدولش را چاپ کن
evaluation-companies = شرکت‌ها
evaluation-pairs = جفت‌های دقیق
evaluation-ndcg = ترتیب (nDCG@10)
evaluation-recall = بازیابی (recall@5)
evaluation-hard = بدلی در ۳ تای نخست
evaluation-calibration = خطای واسنجی
evaluation-all = همه
evaluation-languages = { $company } در جست‌وجوی { $counterpart }
evaluation-wordless = بدون واژه مشترک
evaluation-without = بدون { $part }
evaluation-part-concepts = مفاهیم
evaluation-part-fields = زمینه‌ها
evaluation-part-words = واژه‌ها
evaluation-part-domains = حوزه‌ها
evaluation-part-routes = مسیرهای همکاری
evaluation-part-complements = مکمل‌ها
issue-duplicate-pair = جفت با «{ $value }» در ردیفی پیش‌تر نمره گرفته است.
issue-graded-same-side = «{ $value }» با شرکت در یک طرف است؛ تنها جفت‌های دو طرف نمره می‌گیرند.

## Who meets whom
cli-select-help = تعیین کن چه کسی با چه کسی ملاقات کند (نخست شرکتی که کمترین سهم را دارد) و گزارش توزیع را بده
selection-proved = { $n ->
        [one] { $n } ملاقات
       *[other] { $n } ملاقات
    }؛ ارزش پیشنهادها { $value } است و هیچ انتخابی از { $bound } بالاتر نمی‌رود.
selection-fairness = { $side }: کمترین { $least }، چارک‌ها { $low } / { $middle } / { $high }، بیشترین { $most }، ضریب جینی { $gini }
selection-refused = { $companies }: توافق شده، اما یکی از آن‌ها جا ندارد یا هیچ‌گاه هم‌زمان آزاد نیستند.
selection-avoided = { $companies }: توافق شده، اما یکی از آن‌ها مایل به ملاقات با دیگری نیست.
selection-few = { $company } { $n ->
        [0] هیچ ملاقاتی ندارد
        [one] { $n } ملاقات دارد
       *[other] { $n } ملاقات دارد
    }: { $why }
selection-limit-room = بیش از { $room } ملاقات جا ندارد.
selection-limit-candidates = { $n ->
        [0] هیچ طرف متناظری که بتواند با آن ملاقات کند مناسب آن نیست.
        [one] تنها { $n } طرف متناظر مناسب آن است و می‌تواند با آن ملاقات کند.
       *[other] تنها { $n } طرف متناظر مناسب آن‌اند و می‌توانند با آن ملاقات کنند.
    }
selection-limit-counterparts = { $n ->
        [one] { $n } طرف متناظر مناسب آن است، اما
       *[other] { $n } طرف متناظر مناسب آن‌اند، اما
    } جایی ندارند که از شرکتی با همین اندازه سهم گرفته نشود.

## Teams for a joint project
cli-consortium-help = کوچک‌ترین گروه‌هایی را بیاب که یک طرح مشترک (پرونده JSON) را پوشش می‌دهند و بهترین تناسب را با هم دارند
cli-unknown-concept = { $file }، { $place }: در درخت مفاهیم مفهومی به نام «{ $why }» نیست.
cli-not-understood = { $file }، { $place }: در «{ $why }» هیچ مفهومی از درخت مفاهیم یافت نشد؛ آن را با واژه‌های دیگر بنویسید یا نام مفهوم را بدهید.
consortium-title = گروه‌های مناسب برای «{ $title }»
consortium-untaken = هیچ گروهی ممکن نیست: از میان کسانی که می‌توانند برعهده بگیرند، هیچ‌کس { $parts } عرضه نمی‌کند.
consortium-closest = نزدیک‌ترین به { $part }: { $companies }
consortium-none = هیچ گروهی ممکن نیست: کسانی که از عهده بخش‌ها برمی‌آیند نمی‌توانند با عضوهایی از هر دو طرف در یک گروه باشند.
consortium-unknown = گروهی یافت نشد، اما هیچ گروهی هم رد نشد. بخش‌های کمتری بخواهید.
consortium-team = { $number }. { $members }؛ پوشش { $coverage }، تناسب با هم { $fit }
consortium-part = { $part }: { $company } که عرضه می‌کند «{ $offer }»
consortium-for-its-side = { $company } بخشی برعهده ندارد؛ با آن هر دو طرف در گروه‌اند.
consortium-tie = { $companies } مناسب یکدیگرند (امتیاز { $score }).
consortium-proved = دست‌کم { $n ->
        [one] { $n } شرکت
       *[other] { $n } شرکت
    } لازم است و از گروه‌های هم‌اندازه هیچ‌کدام از نخستین گروه نشان‌داده‌شده بهتر نیست: همه گروه‌های دیگر رد شدند.
consortium-unproved = شاید گروه‌های کوچک‌تر یا بهتری هم باشد: جست‌وجو پیش از رد شدن همه گروه‌های دیگر پایان یافت. کوچک‌ترین گروه یافته‌شده { $n ->
        [one] { $n } عضو دارد
       *[other] { $n } عضو دارد
    }.

## Search
cli-search-help = شرکت‌ها را با نام (به هر خطی) و با آنچه عرضه می‌کنند و نیاز دارند (به هر یک از زبان‌ها) بیاب
search-nothing = برای «{ $query }» چیزی یافت نشد.
search-hit = { $company }: { $score }
search-name = نامش شبیه این است: { $names }
search-opportunity = { $kind ->
        [offer] عرضه
       *[need] نیاز
    }: «{ $text }» ({ $ties })
