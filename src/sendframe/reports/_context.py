"""The data that every section is built from."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

import attrs

from sendframe.disclosure import DisclosedEvaluation
from sendframe.language import gettext as _
from sendframe.model import (
    Action,
    ActionRegister,
    ComparatorSet,
    CriteriaSet,
    DifferenceMade,
    Evaluation,
    Evidence,
    EvidenceRegister,
    Fact,
    Governance,
    Indicator,
    IndicatorResult,
    JudgementView,
    LocalArea,
    Picture,
    PictureFile,
    Portfolio,
    Profile,
    ScaleSet,
    ScaleValue,
    SelfEvaluation,
    Strategy,
    Text,
    Value,
    Voice,
    day_name,
    known_by,
    short_repr,
)

from ._author_language import variant_in_language
from ._icons import ICON_NAMES
from ._mark_model import Icon, Image

__all__ = ["NOT_CHECKED", "BuildContext", "once_a_report", "values_in"]

NOT_CHECKED = "\N{WHITE DIAMOND}"
"""Mark of a text that was not checked with the readers of a report."""

T = TypeVar("T")

_QUOTED_ID = re.compile(r"'([A-Za-z0-9._/-]+)'")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")

_NAME_FIELDS = ("title", "statement", "wording", "name")


def once_a_report(function: Callable[["BuildContext"], T]) -> Callable[["BuildContext"], T]:
    """Let a function of what a report is built from run once for each report.

    Several sections ask for the same; its result must not be changed.
    """

    @wraps(function)
    def remembered(context: "BuildContext") -> T:
        memo = context._memo  # noqa: SLF001  # of this module's own class
        if function not in memo:
            memo[function] = function(context)
        result: T = memo[function]
        return result

    return remembered


def values_in(value: object) -> Iterator[Value]:
    """Yield a value and all values nested in it."""
    if isinstance(value, Value):
        yield value
        for field in type(value).__attrs_attrs__:
            member = getattr(value, field.name)
            if isinstance(member, (Value, tuple)):
                yield from values_in(member)
    elif isinstance(value, tuple):
        for item in value:
            yield from values_in(item)


@attrs.frozen(slots=False)
class BuildContext:
    """The evaluation, the documents and the profile that a section is built from.

    Attributes:
        disclosed: The evaluation, and the documents; those that this report may quote are in
            ``portfolio``. A plug-in gets no others.
        profile: The kind of report.
        made_by: The plug-in that the profile comes from, with distribution and version.
        beside: Ids of the profiles whose reports are made together with this one, to which it may
            refer.

    Hook: ``sendframe_sections``.
    """

    __repr__ = short_repr

    disclosed: DisclosedEvaluation
    profile: Profile
    made_by: str = ""
    beside: tuple[str, ...] = ()
    _memo: dict[Any, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation, after disclosure control."""
        return self.disclosed.evaluation

    @cached_property
    def portfolio(self) -> Portfolio:
        """The documents, without what this report may not quote."""
        return self.disclosed.for_profile(self.profile)

    @cached_property
    def quotable(self) -> "BuildContext":
        """The same context without documents that this report may not quote, as plug-ins get it."""
        kept = attrs.evolve(self.disclosed, portfolio=self.portfolio)
        return attrs.evolve(self, disclosed=kept)

    @property
    def area(self) -> LocalArea:
        """The local area."""
        return self.portfolio.manifest.area

    @cached_property
    def results(self) -> dict[str, IndicatorResult]:
        """The result of each indicator, by id of the indicator."""
        return {result.indicator: result for result in self.evaluation.indicators}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts, by id."""
        return {fact.id: fact for fact in self.evaluation.facts}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators, by id."""
        return self.portfolio.indicators()

    @cached_property
    def comparators(self) -> dict[str, ComparatorSet]:
        """The comparator sets, by id."""
        sets = self.portfolio.manifest.comparator_sets
        return {comparator.id: comparator for comparator in sets}

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
        editions = [
            edition
            for edition in self.portfolio.of(SelfEvaluation)
            if known_by(edition.data_cut_off, self.evaluation.as_at)
        ]
        editions.sort(
            key=lambda edition: (edition.data_cut_off or date.min, edition.id), reverse=True
        )
        return tuple(editions)

    @property
    def edition(self) -> SelfEvaluation | None:
        """The newest edition; None where there is none."""
        return self.editions[0] if self.editions else None

    @cached_property
    def previous_edition(self) -> SelfEvaluation | None:
        """The edition that the newest one names as its previous one, else the second newest."""
        by_id = {edition.id: edition for edition in self.editions}
        if self.edition is not None and self.edition.previous in by_id:
            return by_id[self.edition.previous]
        return self.editions[1] if len(self.editions) > 1 else None

    @cached_property
    def judgements(self) -> dict[str, JudgementView]:
        """The judgements of the evaluation, by id."""
        return {
            judgement.id: judgement
            for subject in self.evaluation.subjects
            for judgement in subject.judgements
        }

    @cached_property
    def actions(self) -> dict[str, Action]:
        """All actions, by id."""
        return self.portfolio.actions()

    @cached_property
    def evidence(self) -> dict[str, Evidence | Voice]:
        """Evidence and voices that this report may show, by id."""
        by_id: dict[str, Evidence | Voice] = {}
        for register in self.portfolio.of(EvidenceRegister):
            by_id |= {item.id: item for item in register.evidence}
            by_id |= {voice.id: voice for voice in register.voices}
        return by_id

    @cached_property
    def statuses(self) -> dict[tuple[str, str], ScaleValue]:
        """The values of the scales, by ``delivery`` or ``impact`` and id."""
        statuses: dict[tuple[str, str], ScaleValue] = {}
        for register in self.portfolio.of(ActionRegister):
            for aspect in ("delivery", "impact"):
                scale = getattr(register, f"{aspect}_scale")
                for value in scale.values if scale else ():
                    statuses.setdefault((aspect, value.id), value)
        for scale_set in self.portfolio.of(ScaleSet):
            for scale in scale_set.scales:
                for value in scale.values:
                    for aspect in ("delivery", "impact"):
                        statuses.setdefault((aspect, value.id), value)
        return statuses

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The name of each body and delivery group, by id."""
        names: dict[str, str] = {}
        for document in self.portfolio.of(Governance):
            names |= {body.id: body.name for body in document.bodies}
            names |= {group.id: group.name for group in document.delivery_groups}
        return names

    def words(self, text: Text | DifferenceMade) -> str:
        """Return a text in the language variant of the profile."""
        if isinstance(text, DifferenceMade):
            reason = text.none_yet
            return (
                _("None yet: {reason}", reason=self.words(reason))
                if reason
                else self.words(cast("Text", text.text))
            )
        own = variant_in_language(text, self.profile.variant)
        if own is not None:
            return own.text
        return text.variant(self.profile.variant) if self.profile.variant else str(text)

    def own_words(self, text: Text | DifferenceMade | None) -> str | None:
        """Return a text in the variant of the profile; None where nobody wrote it for its readers.

        Without a variant of its own, a profile has the standard words.
        """
        if isinstance(text, DifferenceMade):
            text = text.text
        variant = self.profile.variant
        if text is None or (variant and variant not in text.variants):
            return None
        return self.marked_words(text)

    def marked_words(self, text: Text) -> str:
        """Return a text in the variant of the profile, marked where its readers did not check it.

        Nothing is marked where nobody wrote words for these readers: the page says that once.
        """
        words, variant = self.words(text), self.profile.variant
        if variant is None or not self.has_own_words:
            return words
        own = text.variants.get(variant)
        return words if own is not None and own.checks else f"{words} {NOT_CHECKED}"

    def picture_of(
        self, text: Text | DifferenceMade | None, variant: str | None = None
    ) -> Icon | Image | None:
        """Return the picture that the author named for the words that this report prints.

        None where no picture is named, or where it cannot be shown, which a check reports.

        Args:
            text: The text that is printed.
            variant: The variant that is printed; that of the profile if not given.
        """
        if isinstance(text, DifferenceMade):
            text = text.text
        own = text.variants.get(variant or self.profile.variant or "") if text else None
        return self.shown_picture(own.picture if own else None)

    def shown_picture(self, picture: Picture | None) -> Icon | Image | None:
        """Return a picture of a document as reports show it; None where there is none to show."""
        if picture is None:
            return None
        if picture.icon is not None:
            return Icon(picture.icon, picture.alt) if picture.icon in ICON_NAMES else None
        file = self._picture_files.get(picture.file)
        if file is None or file.media_type is None:
            return None
        size = file.width, file.height
        return Image(file.path, file.media_type, *size, file.data, picture.alt)

    @cached_property
    def _picture_files(self) -> dict[str | None, PictureFile]:
        return {file.path: file for file in self.portfolio.pictures}

    @cached_property
    def has_own_words(self) -> bool:
        """Whether any text of the documents has the variant of the profile."""
        return any(self.profile.variant in text.variants for text in self.portfolio.texts())

    @cached_property
    def is_partial(self) -> bool:
        """Whether the plans are a summary of public documents, made by others than the area."""
        return any(plan.completeness == "summary" for plan in self.plans)

    @cached_property
    def unknown(self) -> str:
        """The words for something that no document holds.

        Of an area whose documents are a summary of public ones, nothing is called missing.
        """
        standard = _("Not in the public documents used") if self.is_partial else _("None given")
        return self.profile.words.get("unknown", standard)

    @property
    def unknown_in_sentence(self) -> str:
        """The same words inside a sentence."""
        return self.unknown[:1].lower() + self.unknown[1:]

    @cached_property
    def names(self) -> dict[str, str]:
        """The title, statement, wording or name of each thing, by id.

        An entry of a self-evaluation, and its judgement, have the name of their criterion; an
        accepted exception has its reason. Of what people said only who said it is named.
        An id that two things of different names share is left out.
        """
        manifest = self.portfolio.manifest
        names = {item.id: self.words(item.reason) for item in manifest.accepted_exceptions}
        for register in self.disclosed.portfolio.of(EvidenceRegister):
            names |= {
                item.id: _("what {people} said", people=_(item.who.replace("-", " ")))
                for item in register.voices
            }
        ambiguous: set[str] = set()
        for document in (manifest, *self.portfolio.documents):
            for value in values_in(document):
                fields = (getattr(value, field, None) for field in _NAME_FIELDS)
                text = next(filter(None, fields), None)
                id_ = getattr(value, "id", None)
                if id_ and text:
                    name = self.words(text) if isinstance(text, Text) else str(text)
                    if names.setdefault(id_, name) != name:
                        ambiguous.add(id_)
        for edition in self.portfolio.of(SelfEvaluation):
            for entry in edition.entries:
                judgement = [entry.judgement.id] if entry.judgement else []
                name = names.get(entry.criterion, entry.criterion)
                names |= dict.fromkeys((entry.id, *judgement), name)
        return {id_: name for id_, name in names.items() if id_ not in ambiguous}

    @cached_property
    def _figure_names(self) -> dict[str, str]:
        return {
            point.fact: f"“{result.name}” {point.period.phrase}"
            for result in self.results.values()
            for point in result.points
        }

    def readable(self, message: str) -> str:
        """Return a message with names instead of quoted ids, and with days in words."""

        def named(match: re.Match[str]) -> str:
            id_ = match[1]
            kind, __, rest = id_.partition("/")
            name = self.names.get(rest.partition("/")[0] if kind == "indicator" else id_, id_)
            return self._figure_names.get(id_) or f"“{name.rstrip('.')}”"

        return _DAY.sub(
            lambda match: day_name(date.fromisoformat(match[0])), _QUOTED_ID.sub(named, message)
        )
