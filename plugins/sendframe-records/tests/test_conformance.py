"""The plug-in behaves as sendframe asks of every plug-in."""

from sendframe.testing import conformance

TestPlugin = conformance("ehc")
