"""sendframe: a local area's SEND strategy, evidence and reports as typed documents.

```python
import sendframe

portfolio = sendframe.load("examples/herefordshire")
evaluation = sendframe.evaluate(portfolio)
sendframe.report(portfolio, "build/herefordshire")
```

Nothing is imported before it is asked for.
"""

from ._version import __version__

__all__ = [
    "Catalogue",
    "ParseLimits",
    "__version__",
    "compare",
    "dump",
    "dumps",
    "evaluate",
    "evaluate_areas",
    "load",
    "loads",
    "make_reports",
    "report",
    "validate",
]

_HOME = {
    "Catalogue": "plugins",
    "ParseLimits": "jsontext",
    "compare": "api",
    "dump": "api",
    "dumps": "api",
    "evaluate": "api",
    "evaluate_areas": "api",
    "load": "api",
    "loads": "api",
    "make_reports": "api",
    "report": "api",
    "validate": "api",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _HOME:
        return getattr(import_module(f"sendframe.{_HOME[name]}"), name)
    message = f"module 'sendframe' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted(__all__)
