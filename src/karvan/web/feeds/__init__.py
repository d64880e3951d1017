"""Calendar feeds: a secret address for each person, at which their telephone finds their released programme."""
