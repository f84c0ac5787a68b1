"""Conditions, translated text, and what the program says to a person."""
