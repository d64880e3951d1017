"""Delegation logistics: passports, visas, flights, hotels, badges; personal data, kept no longer than needed."""
