"""Tests of shared rooms."""
