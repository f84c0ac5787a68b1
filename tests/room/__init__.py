"""Tests of room."""
