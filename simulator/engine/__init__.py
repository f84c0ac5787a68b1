"""The simulated world on SimPy: time, incidents, units, delivery of injects, carrying out of orders."""
