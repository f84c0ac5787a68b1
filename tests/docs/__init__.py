"""The documents for trainers: the tools that make parts of them, and the tests that they hold."""
