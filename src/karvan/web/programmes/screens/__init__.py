"""What each page shows, worked out from a mission and a programme alone: no ORM, no request, no words."""
