"""Tests of the shared drill at the terminal."""
