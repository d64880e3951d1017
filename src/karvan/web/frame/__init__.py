"""The frame around every page: layout, words, dates, errors, the front door."""
