"""Data documents: see README.md."""
