"""How a figure is to be read, put together in one place."""

from ._result import FactId, Tone
from ._text import Code, Line
from ._value import Value, value_class

__all__ = ["Reading", "ReadingMark"]


@value_class
class ReadingMark(Value):
    """A word of a reading, with its shape.

    Attributes:
        label: The word.
        shape: Shape printed with it.
        tone: Whether it may be coloured.

    Document: ``evaluation``.
    """

    label: Line
    shape: Code = "circle"
    tone: Tone = "neutral"


@value_class
class Reading(Value):
    """How the latest figure of an indicator is to be read.

    It puts together fault, target, benchmark and change, and is all that reports print of these.

    Attributes:
        marks: The words, the most important first; those after it say something different.
        remarks: What to bear in mind, each in a few words.
        contradiction: Where two of the marks contradict each other, both in one sentence.
        movement: Whether the latest figure is better or worse than the one before; ``between``
            where it is neither, ``neutral`` where no direction is better, None without a change.
        facts: The facts it rests on.

    Document: ``evaluation``.
    """

    marks: tuple[ReadingMark, ...] = ()
    remarks: tuple[Line, ...] = ()
    contradiction: Line | None = None
    movement: Tone | None = None
    facts: tuple[FactId, ...] = ()
