## آنچه از یک انتشار به شرکت یا مترجم گفته می‌شود
told-when = { $day } / { $other }، { $time }
told-day = { $weekday }، { $day } / { $other }
told-meeting = نشست: { $companies }
told-line = { $time }  { $what }
told-line-place = { $time }  { $what }. محل: { $place }
told-line-interpreter = { $time }  { $what }. مترجم: { $interpreter }
told-line-place-interpreter = { $time }  { $what }. محل: { $place }. مترجم: { $interpreter }
told-roster-new = تازه برای شما: نشست { $companies } در { $after }. محل: { $place }.
told-roster-off = دیگر با شما نیست: نشست { $companies } در { $before }.
told-roster-moved = نشست { $companies } از { $before } به { $after } منتقل شد. محل: { $place }.
told-roster-reseated = نشست { $companies } در { $after } اکنون اینجاست: { $place }.
