"""What a scenario means: names, references, times, authority, reach. One theme a file; `every.py` asks them all."""
