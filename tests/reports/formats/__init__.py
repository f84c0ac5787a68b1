"""Tests of the formats that reports are written as."""
