"""From YAML to models: reading with places, checks, and findings that name the line and the remedy."""
