## What one company or interpreter is told of a release
told-when = { $day } / { $other }, { $time }
told-day = { $weekday }, { $day } / { $other }
told-meeting = Meeting: { $companies }
told-line = { $time }  { $what }
told-line-place = { $time }  { $what }. Place: { $place }
told-line-interpreter = { $time }  { $what }. Interpreter: { $interpreter }
told-line-place-interpreter = { $time }  { $what }. Place: { $place }. Interpreter: { $interpreter }
told-roster-new = New for you: the meeting of { $companies }, { $after }. Place: { $place }.
told-roster-off = No longer yours: the meeting of { $companies }, { $before }.
told-roster-moved = The meeting of { $companies } on { $before } is now on { $after }. Place: { $place }.
told-roster-reseated = The meeting of { $companies } on { $after } is now at { $place }.
