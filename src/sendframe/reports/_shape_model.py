"""Other pictures as data: dates, judgements, evidence, people, and the way to an aim."""

from datetime import date

import attrs

from sendframe.model import Tone, short_repr

from ._shown import Drawn

__all__ = [
    "Ladder",
    "LadderStep",
    "PathChart",
    "PathStop",
    "Pictogram",
    "Pip",
    "Pips",
    "Timeline",
    "TimelineRow",
]


@attrs.frozen
class TimelineRow:
    """Something with a date that may have moved.

    Attributes:
        label: Its short name.
        days: Last day of each date it had, the first promised date first, the one that holds last.
        due: The date that holds, in words.
        state: Its state in a word.
        shape: Shape of the state; see `Mark`.
        tone: Colour of the state.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    days: tuple[date, ...]
    due: str
    state: str
    shape: str = "circle"
    tone: Tone = "neutral"


@attrs.frozen(repr=False)
class Timeline(Drawn):
    """Due dates over time, with those that held before and the day of the report.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        today: The day of the report.
        rows: What is due, the earliest first.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    today: date
    rows: tuple[TimelineRow, ...]


@attrs.frozen
class LadderStep:
    """A step of a ladder.

    Attributes:
        label: Its name.
        shape: Its shape; see `Mark`.
        tone: Its colour; ``neutral`` in reports that show no rating colours.
        is_apart: Whether it stands apart from the ladder, such as "not judged".

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    shape: str = "circle"
    tone: Tone = "neutral"
    is_apart: bool = False


@attrs.frozen(repr=False)
class Ladder(Drawn):
    """A judgement on its scale, with the one before.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        steps: The steps, the lowest first; those apart before them.
        now: Number of the step that holds, from 0.
        before: Number of the step of the edition before; None where there is none.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    steps: tuple[LadderStep, ...]
    now: int
    before: int | None = None


@attrs.frozen
class Pip:
    """One piece of evidence.

    Attributes:
        shape: Its shape; see `Mark`.
        tone: Its colour.
        is_hollow: Whether it is drawn hollow: expired, or answered.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    shape: str
    tone: Tone = "neutral"
    is_hollow: bool = False


@attrs.frozen(repr=False)
class Pips(Drawn):
    """Pieces of evidence, one shape each, by the side they take.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        pips: The pieces.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    pips: tuple[Pip, ...]


@attrs.frozen(repr=False)
class Pictogram(Drawn):
    """So many of a hundred, as figures in rows of 25.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        filled: How many are filled, 0 to *of*.
        of: How many there are.
        facts: Ids of the facts it rests on.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    filled: int
    of: int = 100
    facts: tuple[str, ...] = ()


@attrs.frozen
class PathStop:
    """A place on a path.

    Attributes:
        label: Start, now, or aim, with its period.
        value: The figure, unrounded.
        text: The figure as printed.
        facts: Ids of the facts it rests on.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    value: float
    text: str
    facts: tuple[str, ...] = ()


@attrs.frozen(repr=False)
class PathChart(Drawn):
    """The way from a start to an aim, and how far it has been walked.

    Attributes:
        id: Prefix of the ids in the picture; unique in a report.
        title: What is to be seen.
        description: The text alternative.
        start: Where it began.
        now: Where it stands.
        aim: Where it is to lead.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    description: str
    start: PathStop
    now: PathStop
    aim: PathStop
