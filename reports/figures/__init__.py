"""Figures: rows in, a matplotlib `Figure` out, and the figure as SVG. Charts compute nothing."""
