"""Companies with their people, offers and needs."""
