"""Data documents of sendframe-records: the definitions of its indicators."""
