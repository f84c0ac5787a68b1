"""The rules of the house as tests, and the developers' script for the catalogue."""
