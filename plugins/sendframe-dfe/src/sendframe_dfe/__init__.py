"""Readers for files that the Department for Education publishes."""
