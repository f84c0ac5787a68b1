"""Many drills at once: coverage, exam quality, what would have happened otherwise."""
