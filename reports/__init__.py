"""Scorecards and after-action reports as pages, documents, tables and figures."""
