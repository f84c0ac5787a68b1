"""Data: the plan, the catalogues of orders and conduct, and one folder per scenario."""
