"""Who still owes what in a mission, and the letters that remind of it."""
