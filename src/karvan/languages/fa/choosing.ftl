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
issue-duplicate-pair = جفت با «{ $value }» در ردیفی پیش‌تر نمره گرفته است.
issue-graded-same-side = «{ $value }» با شرکت در یک طرف است؛ تنها جفت‌های دو طرف نمره می‌گیرند.

## Who meets whom
cli-select-help = تعیین کن چه کسی با چه کسی ملاقات کند (نخست شرکتی که کمترین سهم را دارد) و گزارش توزیع را بده
selection-proved = { $n ->
        [one] { $n } ملاقات
       *[other] { $n } ملاقات
    }؛ ارزش پیشنهادها { $value } است و هیچ انتخابی از { $bound } بالاتر نمی‌رود.
selection-fairness = { $side }: کمترین { $least }، چارک‌ها { $low } / { $middle } / { $high }، بیشترین { $most }، ضریب جینی { $gini }
selection-refused = { $companies }: توافق شده، اما یکی از آن‌ها جا ندارد.
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
