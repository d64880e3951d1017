"""Who belongs to a mission, in which role, and how they are invited."""
