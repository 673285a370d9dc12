"""Text for readers, with its variants, and constrained strings."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from sendframe.language import gettext as _

from ._constraint import Examples, Length, Pattern
from ._frozen import FrozenMap
from ._value import Value, value_class

__all__ = [
    "Code",
    "DifferenceMade",
    "Id",
    "Line",
    "Link",
    "Picture",
    "ReaderCheck",
    "SimplifiedFact",
    "Text",
    "Variant",
]

_WORD = "^[A-Za-z0-9][A-Za-z0-9._-]*$"
_WORD_MEANING = "letters, digits, '.', '_' and '-', beginning with a letter or digit"

Id = Annotated[
    str, Pattern(_WORD, _WORD_MEANING), Length(1, 100), Examples(("right-help-right-time",))
]
"""A stable id. It never changes once published, and no other thing of its kind has it."""

Code = Annotated[
    str, Pattern(_WORD, _WORD_MEANING), Length(1, 100), Examples(("improvement-plan",))
]
"""A code for a kind, an audience, a level or a status: data, not a fixed list."""

Line = Annotated[str, Length(1)]
"""Text that is not empty."""

Link = Annotated[
    str,
    Pattern(
        '^(https?://|mailto:)[^ \\t\\r\\n"<>]+$',
        "a web address that begins with https://, http:// or mailto:",
    ),
    Examples(("https://www.example.org/strategy",)),
]
"""Where something is published."""


@value_class
class ReaderCheck(Value):
    """Who read a text to see whether it can be understood, and when.

    Attributes:
        checked_by: Role that arranged the check, never a person's name.
        readers: The readers it was tried with, such as "youth forum".
        checked_on: Day of the check.

    Documents: every kind.
    """

    checked_by: Line
    readers: Line
    checked_on: date


@value_class
class Picture(Value):
    """A picture that stands beside words.

    Attributes:
        icon: Name of an icon that sendframe has.
        file: The picture in the portfolio, by path relative to ``portfolio.json``.
        alt: What it shows, for people who do not see it.

    Documents: every kind.
    """

    icon: Code | None = None
    file: Line | None = None
    alt: Line

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if (self.icon is None) == (self.file is None):
            yield "", 'needs exactly one of "icon" and "file"'


@value_class
class SimplifiedFact(Value):
    """A figure that simple words stand for, so that words of an older figure are noticed.

    Attributes:
        fact: Id of the fact, as reports print it.
        value: The figure when the words were written, such as "34.1%".

    Documents: every kind.
    """

    fact: Line
    value: Line


@value_class
class Variant(Value):
    """The same statement in other words for other readers.

    Attributes:
        text: The words, written by an author; never made by software.
        language: Language tag (BCP 47) where it is not British English.
        checks: With which readers it was tried.
        simplifies: The figures that it puts in simple words, such as "34 out of 100".
        picture: A picture that stands beside it.

    Documents: every kind.
    """

    text: Line
    language: Code | None = None
    checks: tuple[ReaderCheck, ...] = ()
    simplifies: tuple[SimplifiedFact, ...] = ()
    picture: Picture | None = None


@value_class
class Text(Value):
    """A statement, with its variants.

    Attributes:
        default: The words that are used where no variant is requested.
        wording: Whether the words are the source's own or put in other words;
            that of the document unless given. Absent in both, they are the author's.
        variants: Other wordings by name, such as ``friendly`` or ``young-people``.
        checks: With which readers the default words were tried.

    Examples:
        >>> text = Text(
        ...     default="The right help at the right time.",
        ...     variants=FrozenMap({"friendly": Variant(text="Help when you need it.")}),
        ... )
        >>> text.variant("friendly")
        'Help when you need it.'
        >>> text.variant("bsl")
        'The right help at the right time.'

    Documents: every kind.
    """

    default: Line
    wording: Literal["verbatim", "paraphrased"] | None = None
    variants: FrozenMap[Variant] = FrozenMap()
    checks: tuple[ReaderCheck, ...] = ()

    def variant(self, name: str) -> str:
        """Return the words of the variant *name*, or the default words where there is none."""
        variant_of_name = self.variants.get(name)
        return self.default if variant_of_name is None else variant_of_name.text

    def __str__(self) -> str:
        return self.default


@value_class
class DifferenceMade(Value):
    """The difference that something made for children, young people and families.

    Attributes:
        text: The difference.
        none_yet: Why there is none yet. That there is none is never printed as a difference.

    Examples:
        >>> print(DifferenceMade(none_yet=Text(default="The drop-ins opened last week.")))
        None yet: The drop-ins opened last week.

    Documents: ``action-register``, ``evidence`` and ``self-evaluation``.
    """

    text: Text | None = None
    none_yet: Text | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if (self.text is None) == (self.none_yet is None):
            yield "", 'needs exactly one of "text" and "none_yet"'

    def __str__(self) -> str:
        if self.text is None:
            return _("None yet: {reason}", reason=self.none_yet)
        return str(self.text)
