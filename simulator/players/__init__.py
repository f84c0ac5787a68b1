"""Whatever acts in a seat: bots, scripts, replay."""
