"""Pure functions from a scenario and a journal to a scorecard; strangers to the engine."""
