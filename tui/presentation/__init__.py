"""Pure functions from models to text, tested without a screen."""
