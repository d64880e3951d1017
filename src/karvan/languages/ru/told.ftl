## Что компания или переводчик узнаёт из публикации
told-when = { $day } / { $other }, { $time }
told-day = { $weekday }, { $day } / { $other }
told-meeting = Встреча: { $companies }
told-line = { $time }  { $what }
told-line-place = { $time }  { $what }. Место: { $place }
told-line-interpreter = { $time }  { $what }. Переводчик: { $interpreter }
told-line-place-interpreter = { $time }  { $what }. Место: { $place }. Переводчик: { $interpreter }
told-roster-new = Новая для вас встреча ({ $companies }): { $after }. Место: { $place }.
told-roster-off = Больше не ваша встреча ({ $companies }): { $before }.
told-roster-moved = Встреча ({ $companies }; { $before }) переносится: { $after }. Место: { $place }.
told-roster-reseated = Встреча ({ $companies }; { $after }) теперь проходит здесь: { $place }.
