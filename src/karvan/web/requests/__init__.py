"""Meeting requests between companies, and meetings agreed beforehand."""
