"""The screens in a browser: a server for one machine, what lets a page in, and the page."""
