"""Whether a group is ready: what its past drills say, clause by clause, for a manager with ten minutes."""
