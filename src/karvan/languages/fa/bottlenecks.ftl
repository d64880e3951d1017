## What binds a whole programme, and what one more of something would bring
bottleneck-title = یک امکان بیشتر چه می‌افزاید؛ هر مورد با حل دوباره اثبات شده و بازدیدها همان است که بود:
bottleneck-table = یک میز بیشتر در { $venue }: { $gain }
bottleneck-interpreter = یک مترجم بیشتر برای { $languages }: { $gain }
bottleneck-slot = یک نوبت بیشتر در پایان روز (پس از { $times }): { $gain }
bottleneck-representative = یک نماینده بیشتر برای { $company } که در همه نوبت‌هایش ملاقات دارد: { $gain }
bottleneck-gain-must = { $n } نشست توافق‌شده یا ضروریِ بیشتر
bottleneck-gain-want = { $n } نشست دلخواهِ بیشتر
bottleneck-gain-want-fewer = { $n } نشست دلخواهِ کمتر
bottleneck-gain-shortfall = { $n } نشست کمتر تا حداقل کم می‌آید
bottleneck-gain-shortfall-fewer = { $n } نشست بیشتر تا حداقل کم می‌آید
bottleneck-gain-suggestions = { $n } واحد ارزشِ بیشتر در نشست‌های پیشنهادی
bottleneck-gain-suggestions-fewer = { $n } واحد ارزشِ کمتر در نشست‌های پیشنهادی
bottleneck-gain-meetings = در مجموع { $n } نشست بیشتر
bottleneck-gain-meetings-fewer = در مجموع { $n } نشست کمتر
bottleneck-nothing = هیچ.
bottleneck-none = در زمانی که بود چیزی روشن نشد.
