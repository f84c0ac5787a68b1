"""Golden playthroughs: one journal a scenario, whose change is read in the diff."""
