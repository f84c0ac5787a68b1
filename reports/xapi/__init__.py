"""Statements about a drill for learning systems, by the Experience API (IEEE 9274.1.1, xAPI 1.0.3)."""
