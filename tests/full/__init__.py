"""Checks against heavy programs of others, for `.ci/full` alone."""
