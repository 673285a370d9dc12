from sendframe._version import __version__ as __version__
from sendframe.api import compare as compare
from sendframe.api import dump as dump
from sendframe.api import dumps as dumps
from sendframe.api import evaluate as evaluate
from sendframe.api import evaluate_areas as evaluate_areas
from sendframe.api import load as load
from sendframe.api import loads as loads
from sendframe.api import make_reports as make_reports
from sendframe.api import report as report
from sendframe.api import validate as validate
from sendframe.jsontext import ParseLimits as ParseLimits
from sendframe.plugins import Catalogue as Catalogue

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
