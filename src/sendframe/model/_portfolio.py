"""All documents of one local area, together."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain, repeat
from typing import Any, TypeAlias, TypeVar

import attrs

from sendframe.errors import UnknownId

from ._action import Action, ActionRegister
from ._area_register import AreaRegister, NeighbourList
from ._criteria import CriteriaSet, RatingScale, ScaleSet, ScaleValue
from ._entity import Document, Entity
from ._evaluation import Evaluation, Input
from ._evidence import EvidenceRegister
from ._extension import ExtensionSchema
from ._frozen import FrozenMap
from ._full_text import is_full_text
from ._governance import Governance
from ._indicator import Indicator, IndicatorSet
from ._kind import DOCUMENT_KINDS, document_class
from ._manifest import Manifest
from ._mapping import ReleaseMapping
from ._observation import Observation, ObservationSet
from ._observations import Observations
from ._origin import Origin
from ._picture_file import PictureFile
from ._plan_part import Glossary
from ._profile import Profile
from ._review import Review
from ._self_evaluation import SelfEvaluation
from ._shown_record import ShownRecord
from ._strategy import Strategy
from ._text import Picture, Text
from ._value import Value
from ._value_walk import values_of
from ._workbook_mapping import WorkbookMapping

__all__ = ["DOCUMENT_CLASSES", "AnyDocument", "Portfolio"]

AnyDocument: TypeAlias = (
    Manifest
    | Strategy
    | ActionRegister
    | CriteriaSet
    | SelfEvaluation
    | EvidenceRegister
    | Review
    | Governance
    | IndicatorSet
    | ObservationSet
    | Profile
    | ScaleSet
    | Glossary
    | AreaRegister
    | NeighbourList
    | ExtensionSchema
    | ReleaseMapping
    | WorkbookMapping
    | ShownRecord
    | Evaluation
)

DOCUMENT_CLASSES: dict[str, type[Document]] = {
    kind: document_class(kind) for kind in DOCUMENT_KINDS
}
"""The class of each kind of document, by the name of its schema."""

V = TypeVar("V", bound=Value)


def _observations_of(portfolio: "Portfolio") -> Observations:
    """Return the figures that stand in the observation sets, with their places in the documents."""
    paths = chain(portfolio.manifest.documents, repeat(None))
    sets = [
        (path, document)
        for path, document in zip(paths, portfolio.documents, strict=False)
        if isinstance(document, ObservationSet)
    ]
    rows = (
        (row, Origin(path, entry=number))
        for path, document in sets
        for number, row in enumerate(document.observations, 1)
    )
    return Observations.of(rows, [document for _, document in sets])


def _with_data(pictures: tuple[PictureFile, ...]) -> tuple[PictureFile, ...]:
    """Return the pictures that can be shown."""
    return tuple(picture for picture in pictures if picture.data)


@attrs.frozen(repr=False)
class Portfolio:
    """The documents of one local area, with the files they were read from.

    Attributes:
        manifest: The manifest, which names all others.
        documents: All other documents, in the manifest's order, followed by those of plug-ins.
        inputs: Files they were read from, with their hashes; empty for documents made in Python.
            They do not count where two portfolios are compared.
        observations: The figures of all its observation sets, tables included. Those that stand
            in the sets themselves, unless given: tables are read by `load`.
        taken_in: Ids of the documents that come from plug-ins.
        missing: A sentence for each thing of a plug-in that the portfolio names and that is missing.
        pictures: The pictures that its documents name by their files, sorted by path. Those that
            cannot be shown do not count where two portfolios are compared.
        is_valid: Whether its documents are known to be valid together: those of a loaded portfolio
            are, and those of one that was evaluated. False until then for a portfolio made in
            Python, and for one made from another with `attrs.evolve`.

    Document: ``portfolio``, with all documents that it names.
    """

    manifest: Manifest
    documents: tuple[Document, ...] = ()
    inputs: tuple[Input, ...] = attrs.field(default=(), eq=False)
    observations: Observations = attrs.field(
        default=attrs.Factory(_observations_of, takes_self=True)
    )
    taken_in: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    pictures: tuple[PictureFile, ...] = attrs.field(default=(), eq=_with_data)
    is_valid: bool = attrs.field(default=False, init=False, eq=False, repr=False)
    _by_id: dict[type, dict[str, Any]] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def __repr__(self) -> str:
        shown = (self.manifest, *self.documents)
        if is_full_text():
            return (
                f"Portfolio{(*shown, self.inputs, self.observations, self.taken_in, self.missing)}"
            )
        counts = f"documents={len(shown)} observations={len(self.observations)}"
        return f"<Portfolio {self.manifest.id!r} {counts}>"

    def mark_valid(self) -> None:
        """Record that the documents were validated together, so that nobody repeats it."""
        object.__setattr__(self, "is_valid", True)  # of this value only: `evolve` does not copy it

    def files(self) -> tuple[str | None, ...]:
        """Return the file of each document, in the folder of the portfolio; None where it has none.

        A record of what was published needs no path in the manifest; documents of plug-ins have none.
        """
        named = self.manifest.documents
        others = (
            ShownRecord.usual_file if isinstance(document, ShownRecord) else None
            for document in self.documents[len(named) :]
        )
        return (*named[: len(self.documents)], *others)

    def of(self, cls: type[V]) -> Iterator[V]:
        """Yield all values of one class, in the order of the documents.

        Of a class of documents these are the documents, the manifest left out; of any other the
        parts of the manifest and the documents, wherever they stand.

        Args:
            cls: The class, such as `Strategy` or `Action`.

        Raises:
            TypeError: It is no class of documents or of their parts; or it is `Observation`, since
                figures of tables are in ``observations`` only.
        """
        given: object = cls
        if not (isinstance(given, type) and issubclass(given, Value)) or cls is Observation:
            message = f"of() needs a class of documents or their parts, not {_name_of(given)}"
            raise TypeError(message)
        if issubclass(cls, Document):
            return (document for document in self.documents if isinstance(document, cls))
        return values_of(cls, (self.manifest, *self.documents))

    def get(self, cls: type[V], id_: str) -> V:
        """Return a document, or a part of one, by its class and its id.

        Args:
            cls: The class, such as `Action`; one whose values have an id, or a code in its place.
            id_: The id.

        Raises:
            TypeError: Values of the class have no id; see also `of`.
            UnknownId: None of the class has this id; the exception has the nearest id.
        """
        if cls not in self._by_id:
            values = list(self.of(cls))
            if cls.named_by not in attrs.fields_dict(cls):
                message = f"get() needs a class whose values have an id, not {cls.__name__}"
                raise TypeError(message)
            # Of two with one id, which no valid portfolio has, the first.
            self._by_id[cls] = {getattr(value, cls.named_by): value for value in reversed(values)}
        known: dict[str, V] = self._by_id[cls]
        if id_ not in known:
            near = get_close_matches(str(id_), sorted(known), 1)
            raise UnknownId(cls.__name__, str(id_), next(iter(near), None))
        return known[id_]

    def actions(self) -> dict[str, Action]:
        """Return all actions by id."""
        return {
            action.id: action for register in self.of(ActionRegister) for action in register.actions
        }

    def indicators(self) -> dict[str, Indicator]:
        """Return all indicators by id."""
        return {
            indicator.id: indicator
            for indicator_set in self.of(IndicatorSet)
            for indicator in indicator_set.indicators
        }

    def scale_values(self) -> dict[str, ScaleValue]:
        """Return every value of every scale by id."""
        return {value.id: value for scale in self.scales() for value in scale.values}

    def texts(self) -> Iterator[Text]:
        """Yield every text of the documents, in their order."""
        return (text for _, _, text in self.owned_texts())

    def owned_texts(self) -> Iterator[tuple[Document, Entity, Text]]:
        """Yield every text with its document and the nearest thing with an id that it is part of.

        That is the document itself where the text is part of nothing else, such as its title.
        """
        for document in (self.manifest, *self.documents):
            for owner, text in _texts_in(document, document):
                yield document, owner, text

    def owned_pictures(self) -> Iterator[tuple[Entity, Picture]]:
        """Yield every picture that the documents name, with the nearest thing with an id it is of."""
        for document in (self.manifest, *self.documents):
            yield from _pictures_in(document, document)

    def strings(self) -> Iterator[tuple[Entity, Value, str]]:
        """Yield everything written in the documents, names, codes and data of plug-ins included.

        Each is yielded with the nearest thing with an id, and the nearest value, that it is part of.
        """
        for document in (self.manifest, *self.documents):
            yield from _strings_in(document, document, document)

    def scales(self) -> Iterator[RatingScale]:
        """Yield every scale: of sets of criteria, of sets of scales and of registers of actions."""
        for criteria in self.of(CriteriaSet):
            if criteria.rating_scale:
                yield criteria.rating_scale
        for scales in self.of(ScaleSet):
            yield from scales.scales
        for register in self.of(ActionRegister):
            for scale in (register.delivery_scale, register.impact_scale):
                if scale:
                    yield scale


def _name_of(value: object) -> str:
    return value.__name__ if isinstance(value, type) else type(value).__name__


_MAY_HOLD_TEXTS = (Value, tuple)
_MAY_HOLD_PICTURES = (Value, tuple, FrozenMap)


def _texts_in(value: Value | tuple[object, ...], owner: Entity) -> Iterator[tuple[Entity, Text]]:
    if isinstance(value, Text):
        yield owner, value
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, _MAY_HOLD_TEXTS):
                yield from _texts_in(item, owner)
    else:
        if isinstance(value, Entity):
            owner = value
        for field in type(value).__attrs_attrs__:
            member = getattr(value, field.name)
            if isinstance(member, _MAY_HOLD_TEXTS):
                yield from _texts_in(member, owner)


def _pictures_in(value: object, owner: Entity) -> Iterator[tuple[Entity, Picture]]:
    if isinstance(value, Picture):
        yield owner, value
    elif isinstance(value, (tuple, FrozenMap)):
        for item in value.values() if isinstance(value, FrozenMap) else value:
            if isinstance(item, _MAY_HOLD_PICTURES):
                yield from _pictures_in(item, owner)
    elif isinstance(value, Value) and not isinstance(value, Observation):
        if isinstance(value, Entity):
            owner = value
        for field in type(value).__attrs_attrs__:
            member = getattr(value, field.name)
            if isinstance(member, _MAY_HOLD_PICTURES):
                yield from _pictures_in(member, owner)


def _strings_in(value: object, owner: Entity, place: Value) -> Iterator[tuple[Entity, Value, str]]:
    if isinstance(value, str):
        yield owner, place, value
    elif isinstance(value, (tuple, FrozenMap)):
        for item in value.values() if isinstance(value, FrozenMap) else value:
            yield from _strings_in(item, owner, place)
    elif isinstance(value, Value):
        if isinstance(value, Entity):
            owner = value
        for field in type(value).__attrs_attrs__:
            yield from _strings_in(getattr(value, field.name), owner, value)
