"""The texts that authors wrote, and among them the words for children and young people."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from sendframe.identifiers import Identifier, identifiers_in, names_in_story
from sendframe.model import (
    Contact,
    Document,
    Entity,
    EvidenceRegister,
    Portfolio,
    Text,
    Value,
    Variant,
    Voice,
    short_repr,
)

__all__ = ["PlainText", "PlainTextOptions", "WrittenIdentifier", "WrittenText", "WrittenTexts"]


_OF_A_SERVICE = ("telephone", "e-mail", "postcode")


@attrs.frozen
class WrittenText:
    """A text of a portfolio that nobody said.

    Attributes:
        document: The document it is in.
        owner: The nearest thing with an id that it is part of; the document where there is none.
        text: The text, with its variants.

    Hook: ``sendframe_checks``.
    """

    __repr__ = short_repr

    document: Document
    owner: Entity
    text: Text

    @property
    def is_quoted(self) -> bool:
        """Whether it stands word by word as in its source, so that nobody may word it anew."""
        return self.document.wording_of(self.text) == "verbatim"


@attrs.frozen
class WrittenIdentifier:
    """What may identify a person, somewhere in a portfolio.

    Attributes:
        owner: The nearest thing with an id that it is part of.
        value: The nearest value that it is part of.
        identifier: What it is.

    Hook: ``sendframe_checks``.
    """

    __repr__ = short_repr

    owner: Entity
    value: Value
    identifier: Identifier

    @property
    def is_of_service(self) -> bool:
        """Whether it is telephone, e-mail or address of a contact, which is a service."""
        return isinstance(self.value, Contact) and self.identifier.kind in _OF_A_SERVICE

    @property
    def is_of_person(self) -> bool:
        """Whether it is certain, or stands in what somebody said; no address of a service is."""
        is_said = isinstance(self.owner, Voice)
        return not self.is_of_service and (self.identifier.is_certain or is_said)


@attrs.frozen
class PlainText:
    """Words that an author wrote for children and young people.

    Attributes:
        written: The text that they are a variant of.
        readers: Names of its variants with these words, such as ``young-people`` and ``friendly``.
        variants: These variants, in the same order.

    Hook: ``sendframe_checks``.
    """

    __repr__ = short_repr

    written: WrittenText
    readers: tuple[str, ...]
    variants: tuple[Variant, ...]

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.variants[0].text


@attrs.frozen
class PlainTextOptions:
    """Options of a check of words for children and young people.

    Attributes:
        variants: Names of the variants that are written for them.

    Hook: ``sendframe_checks``.
    """

    variants: tuple[str, ...] = ("young-people", "friendly")


@attrs.frozen(eq=False, slots=False)
class WrittenTexts:
    """The texts of a portfolio that authors wrote, collected when the first one is needed.

    Attributes:
        portfolio: The portfolio.
    """

    __repr__ = short_repr

    portfolio: Portfolio

    @cached_property
    def all(self) -> tuple[WrittenText, ...]:
        """Every text, in the order of the documents, but for what people said."""
        of_people = {
            text
            for register in self.portfolio.of(EvidenceRegister)
            for voice in register.voices
            for text in (voice.words, voice.summary)
        }
        return tuple(
            WrittenText(document, owner, text)
            for document, owner, text in self.portfolio.owned_texts()
            if text not in of_people
        )

    @cached_property
    def strings(self) -> tuple[tuple[Entity, Value, str], ...]:
        """Everything written in the documents, as `Portfolio.strings` yields it."""
        return tuple(self.portfolio.strings())

    @cached_property
    def identifiers(self) -> tuple[WrittenIdentifier, ...]:
        """What may identify a person in anything that is written in the documents, in their order."""
        return tuple(
            WrittenIdentifier(owner, value, identifier)
            for owner, value, text in self.strings
            for identifier in identifiers_in(text)
        )

    @cached_property
    def names(self) -> tuple[tuple[Entity, Value, int, int], ...]:
        """Names beside a child's story: how many are certain, and how many are not.

        Each pair comes with the nearest thing with an id, and the nearest value, that it is part of.
        In what somebody said all are taken as certain.
        """
        found: list[tuple[Entity, Value, int, int]] = []
        for owner, value, text in self.strings:
            if names := names_in_story(text):
                certain = names if isinstance(owner, Voice) else names_in_story(text, certain=True)
                found.append((owner, value, len(certain), len(names) - len(certain)))
        return tuple(found)

    def plain(self, variants: Iterable[str]) -> Iterator[PlainText]:
        """Yield the words of some variants; the same words of one text once.

        Texts that are quoted word by word are left out: nobody may word them anew.

        Args:
            variants: Names of the variants.
        """
        names = tuple(dict.fromkeys(variants))
        for written in self.all:
            if not written.text.variants or written.is_quoted:
                continue
            readers_of: dict[str, list[str]] = {}
            for name in names:
                if name in written.text.variants:
                    readers_of.setdefault(written.text.variants[name].text, []).append(name)
            for readers in readers_of.values():
                chosen = tuple(written.text.variants[name] for name in readers)
                yield PlainText(written, tuple(readers), chosen)

    def variants_by_document(
        self, variants: Iterable[str]
    ) -> dict[str, list[tuple[WrittenText, Variant]]]:
        """Return all variants of some names with their texts, by the id of their document."""
        documents: dict[str, list[tuple[WrittenText, Variant]]] = {}
        for plain in self.plain(variants):
            pairs = [(plain.written, variant) for variant in plain.variants]
            documents.setdefault(plain.written.document.id, []).extend(pairs)
        return documents
