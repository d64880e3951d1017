## واژه‌های این حوزه
side-visitor = میهمانان
side-host = میزبانان
block-meetings = نشست‌های دوجانبه
block-visit = بازدید
block-plenary = نشست عمومی
block-reception = ضیافت
block-transfer = جابه‌جایی
block-break = استراحت
level-fixed = توافق‌شده
level-must = ضروری
level-want = دلخواه
level-suggestion = پیشنهادی
status-optimal = بهینه: جز در آسایش، برنامه‌ای بهتر از این وجود ندارد
status-feasible = کامل و بررسی‌شده؛ شاید برنامه‌ای بهتر هم باشد
status-infeasible = ناممکن
status-unknown = در این مهلت پاسخی پیدا نشد
count-meetings = { $n } نشست
