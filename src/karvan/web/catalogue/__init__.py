"""The catalogue: companies of both sides, what they offer and need, and the search through them."""
