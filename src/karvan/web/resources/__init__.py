"""What is scarce: tables, ways between venues, interpreters, everybody's time."""
