"""Large timetables: annealing under smoothed prices, on threads or on a cluster."""
