"""The kit for tests of sendframe and of its plug-ins: Hypothesis strategies of every value.

It needs ``sendframe[testing]``. Ours is `sendframe.model.Strategy`; a strategy of Hypothesis is
always reached as ``st.`` or ``sendframe.testing.``.
"""

from ._strategies import documents, json_values, values

__all__ = ["documents", "json_values", "values"]
