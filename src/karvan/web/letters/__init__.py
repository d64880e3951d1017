"""The texts of letters that an organiser can change, per mission and language."""
