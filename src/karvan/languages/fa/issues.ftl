## جای اشکال
issue-in-file = پروندهٔ { $name }
issue-in-sheet = برگهٔ { $name }
issue-place-row = { $where }، ردیف { $row }
issue-place-column = { $where }، ردیف { $row }، ستون { $column }
issue-place-cell = { $where }، ردیف { $row }، ستون { $column } (خانهٔ { $cell })
issue-place-key = { $where }، ردیف { $row }، { $column }
issue-at = { $place }: { $problem }
issue-with-guess = { $problem } { $guess }
issue-did-you-mean = آیا منظور «{ $closest }» بوده است؟
issue-looks-like = آیا منظور «{ $closest }» بوده است؟ این دو همانند دیده می‌شوند، اما برخی حرف‌ها از الفبای دیگری است.

## کل پرونده
issue-no-such-file = چنین پرونده یا پوشه‌ای نیست.
issue-not-readable = خواندنی نیست؛ اجازهٔ دسترسی و باز نبودن آن در برنامهٔ دیگر را بررسی کنید.
issue-too-large = حجم پرونده بیش از { $expected } است؛ تصویرها و برگه‌های نامربوط را بردارید.
issue-empty-file = پرونده خالی است.
issue-encrypted-file = پرونده گذرواژه دارد؛ آن را بدون گذرواژه ذخیره کنید.
issue-legacy-xls = این پروندهٔ اکسل قدیمی یا دودویی است؛ آن را باز کنید و با قالب Excel Workbook (.xlsx) ذخیره کنید.
issue-is-pdf = این پروندهٔ PDF است؛ کاربرگ اصلی آن را با قالب .xlsx بفرستید.
issue-is-opendocument = این پروندهٔ OpenDocument است؛ آن را باز کنید و با قالب .xlsx ذخیره کنید.
issue-is-other-office = این سند متنی یا اسلاید است، نه کاربرگ؛ کاربرگ آمادهٔ .xlsx را پر کنید.
issue-lone-csv = یک پروندهٔ CSV به‌تنهایی هیأت نمی‌شود؛ پوشه‌ای را بدهید که mission.csv و companies.csv و بقیه در آن است.
issue-not-a-workbook = این کاربرگ .xlsx نیست؛ کاربرگ آماده را پر کنید یا پرونده را با قالب .xlsx ذخیره کنید.
issue-damaged-file = پرونده آسیب دیده یا ناقص است؛ آن را در یک برنامهٔ صفحه‌گسترده باز و دوباره ذخیره کنید، یا از نو بفرستید.
issue-has-doctype = پرونده نوع سند XML تعریف کرده است که هیچ برنامهٔ صفحه‌گسترده‌ای چنین نمی‌کند؛ آن را دوباره با قالب .xlsx ذخیره کنید.
issue-unpacks-too-large = پرونده پس از باز شدن از { $expected } بزرگ‌تر می‌شود و خوانده نشد. ردیف‌های قالب‌دار خالی را پاک کنید.
issue-too-full = پرونده با شمردن خانه‌های خالیِ قالب‌دار بیش از { $expected } خانه دارد؛ ردیف‌های زیر داده‌ها را پاک و دوباره ذخیره کنید.
issue-has-macros = کاربرگ ماکرو دارد؛ ماکروها نه اجرا می‌شوند و نه نگه داشته می‌شوند.
issue-no-csv-files = در پوشه پروندهٔ CSV نیست؛ mission.csv و companies.csv لازم است.
issue-wrong-encoding = کدگذاری پرونده { $expected } نیست{ $given ->
    [0] {""}
   *[other] {" "}و گویا { $value } است
}؛ آن را با قالب «CSV UTF-8» ذخیره کنید.
issue-not-text = در پرونده بایت‌هایی هست که متن نیست و نخستین آن‌ها در سطر { $row } است؛ آن را دوباره با قالب «CSV UTF-8» ذخیره کنید.
issue-bad-csv = رکوردی که از سطر { $row } آغاز می‌شود خراب است: علامت نقل قولی جا افتاده یا نابه‌جاست.

## برگه‌ها
issue-unknown-sheet = برگهٔ «{ $value }» شناخته نشد و خوانده نشد.
issue-missing-sheet = برگهٔ «{ $value }» نیست؛ این برگه لازم است.
issue-duplicate-sheet = برگهٔ دیگری هم به نام «{ $value }» هست؛ یکی را نگه دارید.
issue-empty-sheet = این برگه خالی است، ولی لازم است.
issue-hidden-sheet = این برگه پنهان است، با این حال خوانده شد.
issue-too-many-rows = این برگه بیش از { $expected } ردیف دارد و خوانده نشد.

## ستون‌ها و کلیدها
issue-unknown-column = ستون «{ $value }» شناخته نشد و خوانده نشد.
issue-duplicate-column = ستون «{ $value }» دو بار آمده است؛ یکی را نگه دارید.
issue-missing-column = ستون «{ $value }» نیست؛ این ستون لازم است.
issue-no-header = «{ $value }» در ستونی بدون سرستون آمده و خوانده نشد.
issue-unknown-key = کلید «{ $value }» شناخته نشد و خوانده نشد.
issue-duplicate-key = کلید «{ $value }» پیش‌تر در ردیف { $expected } آمده است.
issue-missing-key = کلید «{ $value }» نیست؛ این کلید لازم است.

## ردیف‌ها و خانه‌ها
issue-too-many-cells = این ردیف { $number } خانه دارد و سرستون‌ها { $expected } خانه؛ متن‌هایی را که جداکننده در آن‌هاست در علامت نقل قول بگذارید.
issue-missing-value = این خانه خالی است، ولی مقدار آن لازم است.
issue-merged-cells = خانه‌های { $value } ادغام شده‌اند؛ مقدار تنها از آنِ نخستین خانه به شمار می‌آید.
issue-error-cell = در این خانه به جای مقدار، خطای { $value } آمده است.
issue-formula-without-value = فرمول { $value } نتیجهٔ ذخیره‌شده ندارد؛ کاربرگ را در یک برنامهٔ صفحه‌گسترده باز و ذخیره کنید، یا خود مقدار را بنویسید.
issue-too-long = متن از { $expected } نویسه بلندتر است؛ آن را کوتاه کنید.
issue-bad-code = «{ $value }» نمی‌تواند کد باشد، زیرا کدها در نام پرونده‌ها و در فهرست‌ها می‌آیند: کد نباید با نقطه آغاز شود یا ; و / و \ داشته باشد.
issue-not-allowed = «{ $value }» از مقدارهای مجاز نیست: { $expected }.
issue-goal-twice = هدف «{ $value }» دو بار آمده است؛ هر هدف را یک بار بنویسید.
issue-must-not-first = هدف «{ $value }» پیش از همه می‌آید؛ آن را نخست بنویسید یا ننویسید.
issue-unknown-language = «{ $value }» کد زبان نیست؛ دو حرف بنویسید، مانند { $expected }.
issue-unknown-country = «{ $value }» کد کشور نیست؛ دو حرف بنویسید، مانند { $expected }.
issue-unknown-zone = «{ $value }» منطقهٔ زمانی نیست؛ نام IANA را بنویسید، مانند { $expected }.
issue-bad-date = «{ $value }» را نمی‌توان با اطمینان تاریخ خواند؛ آن را به شکل { $expected } بنویسید.
issue-bad-time = «{ $value }» ساعت نیست؛ آن را به شکل { $expected } بنویسید.
issue-not-a-number = «{ $value }» عدد صحیح نیست؛ عددی از { $least } تا { $most } بنویسید.
issue-out-of-range = { $value } بیرون از بازهٔ مجاز است؛ عددی از { $least } تا { $most } بنویسید.
issue-odd-email = «{ $value }» به نشانی رایانامه نمی‌ماند؛ نمونهٔ درست: { $expected }.
issue-odd-website = «{ $value }» به نشانی وبگاه نمی‌ماند؛ نمونهٔ درست: { $expected }.
issue-unsafe-website = «{ $value }» نشانی وبگاه نیست؛ باید با http:// یا https:// آغاز شود، مانند { $expected }.

## میان ردیف‌ها و برگه‌ها
issue-end-before-start = پایان هیأت ({ $value }) پیش از آغاز آن ({ $expected }) است.
issue-duplicate-code = کد «{ $value }» پیش‌تر به کار رفته است؛ هر شرکت و هر مترجم باید کد خودش را داشته باشد.
issue-reserved-code = کد «{ $value }» در برنامه معنای ویژه دارد؛ کد دیگری برگزینید.
issue-empty-side = هیچ شرکتی در طرف «{ $value }» نیست.
issue-unknown-company = شرکتی با کد «{ $value }» نیست.
issue-unknown-interpreter = مترجمی با کد «{ $value }» نیست.
issue-unknown-company-or-interpreter = شرکت، مترجم یا میزی (محل/میز) با کد «{ $value }» نیست.
issue-unknown-table = میز «{ $value }» در برگهٔ Venues نیست.
issue-ambiguous-table = «{ $value }» می‌تواند چند میز باشد؛ یکی از این‌ها را بنویسید: { $expected }.
issue-unknown-venue = محل «{ $value }» جای دیگری نیامده است؛ محل‌های شناخته‌شده: { $expected }.
issue-unknown-domain = حوزهٔ «{ $value }» وجود ندارد؛ حوزه‌ها: { $expected }.
issue-duplicate-concept = مفهوم «{ $value }» در سطری پیش‌تر از همین حوزه آمده است.
issue-unknown-link = مفهوم «{ $value }» وجود ندارد؛ به صورت domain.code بنویسید.
issue-meets-itself = شرکت «{ $value }» نمی‌تواند با خودش ملاقات کند؛ طرف دیگری را بنویسید.
issue-avoid-wins = یکی از دو شرکت این ملاقات را نمی‌خواهد (avoid)، پس برگزار نمی‌شود.
issue-duplicate-request = همین خواسته دربارهٔ «{ $value }» در ردیف‌های پیشین آمده است.
issue-outside-mission = { $value } از روزهای هیأت ({ $expected }) نیست.
issue-ends-before-start = پایان { $value } و آغاز { $expected } است؛ پایان باید دیرتر و در همان روز باشد.
issue-choice-without-visit = انتخاب تنها برای بازدید معنا دارد؛ «{ $value }» در اینجا اثری ندارد.
issue-visit-too-small = بازدید برای { $number } شرکت جا دارد، ولی { $expected } شرکت نام برده شده است؛ ظرفیت را بیشتر کنید، شرکت‌های کمتری نام ببرید، یا در ستون choice بنویسید yes.
issue-unused-domain = هیچ عرضه یا نیازی در حوزهٔ «{ $value }» نیست.
issue-venue-without-tables = محل «{ $value }» میز ندارد؛ میزها در این محل‌ها هستند: { $expected }.
issue-duplicate-table = میز «{ $value }» در ردیف‌های پیشین آمده است.
issue-duplicate-travel = این مسیر در ردیف‌های پیشین آمده است.
issue-one-language = مترجم باید دست‌کم دو زبان داشته باشد؛ آنچه نوشته شده: { $given ->
    [0] هیچ
   *[other] { $value }
}.
issue-shorter-than-slot = { $number } دقیقه کار بدون استراحت از یک نشست ({ $expected } دقیقه) کوتاه‌تر است؛ این مترجم هرگز نمی‌تواند کار کند.
issue-fixed-twice = نشست با «{ $value }» در ردیف‌های پیشین آمده است؛ هر دو شرکت یک بار ملاقات می‌کنند.
issue-no-slot = این بازه { $number } دقیقه است و هر نشست { $expected } دقیقه؛ هیچ نشستی در آن جا نمی‌شود.
issue-no-such-slot = در هیچ روزی نوبتی از ساعت { $value } آغاز نمی‌شود؛ نوبت‌ها از این ساعت‌ها آغاز می‌شوند: { $expected }.
issue-off-grid = در این روز نوبتی از ساعت { $value } آغاز نمی‌شود؛ این نشست زمان ویژهٔ خود را می‌گیرد.
issue-bound-twice = { $value } باید در «{ $expected }» نیز باشند و به هر دو نمی‌رسند: زمان‌ها هم‌پوشانی دارند یا راه دور است.
issue-assumed-language = نه زبانی نوشته شده و نه متنی هست؛ زبان این شرکت { $expected } گرفته می‌شود.
