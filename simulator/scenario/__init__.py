"""What an author may write, as frozen models: plan, seats, places, units, incidents, injects and the rest."""
