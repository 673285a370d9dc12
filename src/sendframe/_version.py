"""The one place where the version of sendframe stands."""

__version__ = "0.1.0"
