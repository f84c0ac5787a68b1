"""Tests that try to break Drillroom; what they prove is promised in `docs/reliability.md`."""
