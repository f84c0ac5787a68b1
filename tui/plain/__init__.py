"""The plain line mode: a drill read and answered line by line, on a terminal or through a pipe."""
