"""Long work: a queue in the database, and the worker processes that take from it."""
