"""What every section builder is handed, and the phrases they share."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeAlias

import attrs

from sendframe.disclosure import DisclosedEvaluation
from sendframe.figures import fault_by_code
from sendframe.model import (
    Action,
    ActionRegister,
    ComparatorSet,
    CriteriaSet,
    Evaluation,
    Evidence,
    EvidenceRegister,
    Governance,
    Indicator,
    IndicatorResult,
    JudgementView,
    LocalArea,
    Point,
    Portfolio,
    Profile,
    ProfileSection,
    ScaleSet,
    ScaleValue,
    Score,
    SelfEvaluation,
    Strategy,
    Text,
    Value,
    Voice,
    known_by,
)
from sendframe.model import day_name as day
from sendframe.statistics import amount

from ._model import Mark, Section, Sentence

__all__ = [
    "NOTHING",
    "BuildContext",
    "Builder",
    "asked_by",
    "day",
    "figure",
    "joined",
    "mark_of",
]

NOTHING = "–"
"""What stands in a cell that has nothing to say."""


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun.

    Examples:
        >>> counted(1, "priority", "priorities"), counted(5, "priority", "priorities")
        ('1 priority', '5 priorities')
    """
    return f"{number} {one if number == 1 else many}"


def joined(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    Examples:
        >>> joined(["one", "two", "three"])
        'one, two and three'
    """
    known = list(words)
    return " and ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)


def asked_by(made_by: str) -> str:
    """Return the plug-in that something comes from, in brackets; nothing for sendframe's own.

    Examples:
        >>> asked_by("kent (sendframe-kent 1.2.0)"), asked_by("sendframe 0.1.0")
        (' (kent, sendframe-kent 1.2.0)', '')
    """
    name, _, rest = made_by.partition(" (")
    return f" ({name}, {rest.removesuffix(')')})" if rest else ""


def figure(result: IndicatorResult, point: Point | None) -> str:
    """Return a figure as printed, or what stands in its place and what that means."""
    if point is None:
        return "no figure"
    if point.value is None:
        said = "no rate" if point.denominator == 0 else point.meaning or "no figure"
        return f"{said} ({point.symbol})" if point.symbol else said
    text = amount(point.value, result.decimals, result.unit_text)
    return text if point.fault is None else f"{text} ({fault_by_code(point.fault).title})"


def counts(point: Point) -> str:
    """Return numerator and denominator as printed; empty where there are none."""
    if point.numerator is None or point.denominator is None:
        return ""
    return f"{amount(point.numerator)} of {amount(point.denominator)}"


def mark_of(score: Score) -> Mark:
    """Return the mark that shows a score."""
    return Mark(score.label, score.shape, score.tone)


def _inside(value: object) -> Iterator[Value]:
    """Yield a value and all values in it."""
    if isinstance(value, Value):
        yield value
        for field in attrs.fields(type(value)):
            yield from _inside(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each)


@attrs.frozen(slots=False)
class BuildContext:
    """What a section is made from.

    Attributes:
        disclosed: What may be shown.
        profile: The kind of report.
        made_by: Where the profile comes from: the plug-in, with distribution and version.
    """

    disclosed: DisclosedEvaluation
    profile: Profile
    made_by: str = ""

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation, after disclosure control."""
        return self.disclosed.evaluation

    @cached_property
    def portfolio(self) -> Portfolio:
        """The documents, as far as this report may quote them."""
        return self.disclosed.for_profile(self.profile)

    @property
    def area(self) -> LocalArea:
        """The local area."""
        return self.portfolio.manifest.area

    @cached_property
    def results(self) -> dict[str, IndicatorResult]:
        """What the figures say, by indicator."""
        return {each.indicator: each for each in self.evaluation.indicators}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators, by id."""
        return self.portfolio.indicators()

    @cached_property
    def comparators(self) -> dict[str, ComparatorSet]:
        """The comparator sets, by id."""
        return {each.id: each for each in self.portfolio.manifest.comparator_sets}

    @cached_property
    def plans(self) -> tuple[Strategy, ...]:
        """The strategies and other plans."""
        return tuple(self.portfolio.of(Strategy))

    @cached_property
    def criteria_sets(self) -> tuple[CriteriaSet, ...]:
        """The sets of criteria."""
        return tuple(self.portfolio.of(CriteriaSet))

    @cached_property
    def editions(self) -> tuple[SelfEvaluation, ...]:
        """The editions of the self-evaluation up to the day of the evaluation, newest first."""
        found = (
            each
            for each in self.portfolio.of(SelfEvaluation)
            if known_by(each.data_cut_off, self.evaluation.as_at)
        )
        return tuple(
            sorted(found, key=lambda each: (each.data_cut_off or date.min, each.id), reverse=True)
        )

    @property
    def edition(self) -> SelfEvaluation | None:
        """The newest edition; None where there is none."""
        return self.editions[0] if self.editions else None

    @cached_property
    def previous_edition(self) -> SelfEvaluation | None:
        """The edition that the newest one names as the one before it, or the next older one."""
        named = {each.id: each for each in self.editions}
        if self.edition is not None and self.edition.previous in named:
            return named[self.edition.previous]
        return self.editions[1] if len(self.editions) > 1 else None

    @cached_property
    def views(self) -> dict[str, JudgementView]:
        """The judgements as the evaluation saw them, by id."""
        return {view.id: view for each in self.evaluation.subjects for view in each.judgements}

    @cached_property
    def actions(self) -> dict[str, Action]:
        """All actions, by id."""
        return self.portfolio.actions()

    @cached_property
    def items(self) -> dict[str, Evidence | Voice]:
        """Evidence and voices that this report may show, by id."""
        found: dict[str, Evidence | Voice] = {}
        for register in self.portfolio.of(EvidenceRegister):
            found |= {each.id: each for each in register.evidence}
            found |= {each.id: each for each in register.voices}
        return found

    @cached_property
    def statuses(self) -> dict[tuple[str, str], ScaleValue]:
        """The values of the scales of delivery and impact, by which of the two and id."""
        found: dict[tuple[str, str], ScaleValue] = {}
        for register in self.portfolio.of(ActionRegister):
            for which in ("delivery", "impact"):
                scale = getattr(register, f"{which}_scale")
                for value in scale.values if scale else ():
                    found.setdefault((which, value.id), value)
        for scales in self.portfolio.of(ScaleSet):
            for value in (each for scale in scales.scales for each in scale.values):
                for which in ("delivery", "impact"):
                    found.setdefault((which, value.id), value)
        return found

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The name of each body and delivery group, by id."""
        found: dict[str, str] = {}
        for document in self.portfolio.of(Governance):
            found |= {each.id: each.name for each in document.bodies}
            found |= {each.id: each.name for each in document.delivery_groups}
        return found

    def words(self, text: Text) -> str:
        """Return a text in the variant this report prints."""
        return text.variant(self.profile.variant) if self.profile.variant else str(text)

    @cached_property
    def is_partial(self) -> bool:
        """Whether the plans are a summary of what is public, made by others than the area."""
        return any(each.completeness == "summary" for each in self.plans)

    @cached_property
    def unknown(self) -> str:
        """What is said of something that no document holds.

        Of an area whose documents are a summary of what is public, nothing is said to be missing.
        """
        standard = "Not in the public documents used" if self.is_partial else "None given"
        return self.profile.wording.get("unknown", standard)

    @property
    def unknown_there(self) -> str:
        """The same inside a sentence."""
        return self.unknown[:1].lower() + self.unknown[1:]

    @cached_property
    def names(self) -> dict[str, str]:
        """What a reader calls each thing, by id: its title, statement, wording or name.

        An entry of a self-evaluation, and the judgement in it, are called by their criterion.
        An id that stands for things of two names, which are of two kinds, is left out.
        """
        found: dict[str, str] = {}
        unclear: set[str] = set()
        documents = (self.portfolio.manifest, *self.portfolio.documents)
        for value in (each for document in documents for each in _inside(document)):
            names = ("title", "statement", "wording", "name")
            said = next((held for n in names if (held := getattr(value, n, None))), None)
            id_ = getattr(value, "id", None)
            if id_ and said:
                name = self.words(said) if isinstance(said, Text) else str(said)
                if found.setdefault(id_, name) != name:
                    unclear.add(id_)
        for edition in self.portfolio.of(SelfEvaluation):
            for entry in edition.entries:
                judged = [entry.judgement.id] if entry.judgement else []
                name = found.get(entry.criterion, entry.criterion)
                found |= dict.fromkeys((entry.id, *judged), name)
        return {id_: name for id_, name in found.items() if id_ not in unclear}

    def readable(self, message: str) -> str:
        """Return a message with things called by their names rather than by their ids."""
        return re.sub(r"'([A-Za-z0-9._-]+)'", lambda m: f"'{self.names.get(m[1], m[1])}'", message)

    def sentence(self, text: str, *facts: str) -> Sentence:
        """Return a sentence that rests on facts."""
        return Sentence(text, tuple(facts))


Builder: TypeAlias = Callable[[BuildContext, ProfileSection], Section | None]
"""Makes one section of a report; None where there is nothing to say."""
