"""The tests: a folder a package, golden playthroughs, and the rules of the house."""
