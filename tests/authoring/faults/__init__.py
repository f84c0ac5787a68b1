"""Faults sown into a small and a large scenario, and what `check` says of each."""
