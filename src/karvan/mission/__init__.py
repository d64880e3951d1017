"""What a mission is: companies, opportunities, requests, programme, calendar; frozen, no I/O."""
