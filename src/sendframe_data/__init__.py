"""The data documents that sendframe itself brings. Data only: nothing here runs."""
