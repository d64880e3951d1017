# چرا دو شرکت به هم پیشنهاد می‌شوند، و چه چیز برخلاف آن است.
because-concepts = هر دو از این سخن می‌گویند: { $values }
because-fields = زمینه یکسان: { $values }
against-rivals = عرضه‌های دو شرکت همانند است؛ رقیب هم به شمار می‌آیند.
against-one-way = تنها یکی از دو طرف چیزی دارد که دیگری می‌خواهد.
against-no-language = زبان مشترکی ندارند و مترجم لازم است.
against-early-stage = آنچه عرضه می‌شود هنوز در دست توسعه است.
against-missing-role = نیاز از شریک چیزی بیش از آنچه در عرضه آمده می‌خواهد.

## A model of sentences beside the taxonomy
cli-encoder-help = مدلی از جمله‌ها که در کنار رده‌بندی مفاهیم نظر می‌دهد: یک پوشه، یا نشانی‌ای که مأموریت اجازه داده است (send_texts_to)
cli-encoder-not-agreed = این مأموریت اجازه نمی‌دهد متن‌هایش به { $where } فرستاده شود. اگر شرکت‌ها موافق‌اند، این نشانی را در برگهٔ Mission زیر کلید send_texts_to بنویسید.
cli-encoder-no-model = در { $where } مدلی نیست که کاروان بتواند به کار ببرد: { $why }.
cli-encoder-missing-library = مدلی که در { $where } است به بستهٔ پایتون «{ $why }» نیاز دارد.
cli-encoder-unreachable = { $where } پاسخ نمی‌دهد: { $why }.
cli-encoder-bad-answer = پاسخ { $where } برای هر متن یک فهرست از اعداد نیست: { $why }.
because-likeness = همانند به نظر مدل جمله‌ها ({ $likeness })
