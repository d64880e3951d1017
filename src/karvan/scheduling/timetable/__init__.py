"""The timetable engine: when every meeting must be held, with as few breaks as possible.

It serves problems in which nothing is left out and nobody is shared: one venue, one day, two
participants a meeting, no interpreters. `solve.solve` is the way in; `view.refusal` says what other
problems ask for that this engine does not know. Nothing is imported here: the refuting process
needs only its own rooms, and starts the sooner for it.
"""
