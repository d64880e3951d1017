"""Who should meet whom: suggestions, what was asked, and what the neutral desk decided."""
