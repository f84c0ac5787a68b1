"""Papers for the day of a drill: a briefing for each seat, and the facilitator's pack."""
