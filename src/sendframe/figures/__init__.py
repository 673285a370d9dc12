"""The figures that count: which row, its rate, what is wrong with it, what it may stand beside.

Decided here once, for one area and for all. Nothing else chooses rows, works out a rate or says
which two figures may be compared.
"""

from ._comparable import Apart, ApartCode, a_year_before, comparable, periods_apart, target_apart
from ._fault import FAULTS, Fault, fault_of, faults_of
from ._figure import WHOLE, Figure
from ._figures import Figures, figures_of
from ._peers import METHODS, PeerFigure, PeerSeries, peers_of
from ._rate import rate_of
from ._select import precedence
from ._series import SHORTEST_TREND, Series, Trend, trend

__all__ = [
    "FAULTS",
    "METHODS",
    "SHORTEST_TREND",
    "WHOLE",
    "Apart",
    "ApartCode",
    "Fault",
    "Figure",
    "Figures",
    "PeerFigure",
    "PeerSeries",
    "Series",
    "Trend",
    "a_year_before",
    "comparable",
    "fault_of",
    "faults_of",
    "figures_of",
    "peers_of",
    "periods_apart",
    "precedence",
    "rate_of",
    "target_apart",
    "trend",
]
