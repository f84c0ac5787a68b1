"""Many drills of one scenario by bots: what they reach, what they earn, and whether it is a good exam."""
