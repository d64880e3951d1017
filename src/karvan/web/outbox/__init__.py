"""Who is told of a release: letters to review, send and account for, and who has seen what changed."""
