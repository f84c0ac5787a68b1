"""A drill that people share: seats, pacing by the wall clock, the controller's verbs."""
