"""Files in and out: workbook, programme, agendas, calendars, report, benchmark and problem files."""
