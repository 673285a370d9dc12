"""Running one check of plain words on words that a test makes."""

from collections.abc import Mapping

from sendframe.model import FrozenMap, Notice, Strategy, Text, Variant
from tests.unit.builtin.craft_check import diagnostics, plan

__all__ = ["noticed", "plan_for", "worded"]


def worded(words: str, *readers: str, default: str = "Standard words.", **fields: object) -> Text:
    """Return a text with these words for some readers, young people unless they are named."""
    names = readers or ("young-people",)
    variants = {name: Variant(text=words, **fields) for name in names}
    return Text(default=default, variants=FrozenMap(variants))


def plan_for(words: str, *readers: str, **fields: object) -> Strategy:
    """Return a plan whose introduction has these words for some readers."""
    return plan(introduction=worded(words, *readers), **fields)


def noticed(code: str, words: str, options: Mapping[str, object] | None = None) -> list[str]:
    """Return what a check says of words for young people, and see that it does not repeat them."""
    reported = diagnostics(code, plan_for(words), **(options or {}))
    messages = [item.message for item in reported if isinstance(item, Notice)]
    assert len(messages) == len(reported)
    assert not any(words in message for message in messages)
    return messages
