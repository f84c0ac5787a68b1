"""The world of a drill: what is written, what happens, what is scored; never a screen."""

__version__ = "0.1.0"
"""Stands in journals: verifying one compares the engine that wrote it with this one."""
