"""A seat of a shared drill in lines."""
