"""The after-action report of one drill, in HSEEP's order."""
