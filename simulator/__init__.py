"""The world of a drill: what is written, what happens, what is scored; never a screen."""
