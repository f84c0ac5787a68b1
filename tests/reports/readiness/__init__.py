"""Tests of `reports.readiness`."""
