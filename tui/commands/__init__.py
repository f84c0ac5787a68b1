"""One file a subcommand, each importing what it needs when it is called."""
