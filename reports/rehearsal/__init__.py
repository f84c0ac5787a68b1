"""What a rehearsal found, in words, tables and figures, for whoever wrote the scenario."""
