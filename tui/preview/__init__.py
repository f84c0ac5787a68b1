"""The author's screen: a scenario played while it is being written, and what stands behind the drill."""
