"""A report before it has a format: sections of paragraphs, lists, tables and figures, already in words."""
