"""When and where they meet: problems, techniques, explanations, and a referee who trusts none of them."""
