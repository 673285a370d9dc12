"""The JSON Schemas of sendframe, one folder a version. Data only: nothing here runs."""
