"""A scorecard in words: what a page, a document or a table prints, in one language, before it has a form."""
