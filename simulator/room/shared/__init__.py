"""A drill that several people share: the hub that decides everything, the net between it and its clients."""
