"""Checks of an author's texts: reading load, likeness of the languages, real data, words that label people."""
