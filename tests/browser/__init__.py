"""Tests in a real browser: Chromium without a window, on pages of this machine."""
