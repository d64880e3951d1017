"""When a company's people cannot meet, as the company itself says."""
