"""Measures of speed and memory: what `drillroom bench` runs. Nothing else in Drillroom uses it."""
