"""Which visits companies choose, where a visit is a choice and has so many places."""
