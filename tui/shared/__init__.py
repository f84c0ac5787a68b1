"""A drill that several people share, at the terminal: hosting it, a seat in it, its console."""
