"""A stored mission as a whole: read from and written to the mission workbook."""
