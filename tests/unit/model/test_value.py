"""Values are frozen and valid from birth, and say what is wrong by its place."""

import pickle
from datetime import UTC, date, datetime
from typing import Any

import pytest

from sendframe.errors import InvalidValue
from sendframe.model import (
    LARGEST_INTEGER,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    LevelTarget,
    Month,
    Portfolio,
    Relation,
    Sample,
    Source,
    Stance,
    Strategy,
    Text,
    Variant,
    full_text,
    problems_of,
)


def error(make: Any) -> InvalidValue:
    """Return the error of making a value."""
    with pytest.raises(InvalidValue) as raised:
        make()
    return raised.value


def test_a_value_cannot_change() -> None:
    """Setting or removing a field raises; `changed` makes a new value, checked like any."""
    month: Any = Month(year=2025, month=1)
    with pytest.raises(AttributeError):
        month.month = 2
    with pytest.raises(AttributeError):
        del month.month
    assert month.changed(month=2) == Month(year=2025, month=2)
    assert month == Month(year=2025, month=1)
    assert error(lambda: month.changed(month=13)).pointer == "/month"


def test_equality_hash_and_repr() -> None:
    """Values of one class with equal fields are equal; what people wrote is not shown."""
    one, two = Text(default="a"), Text(default="a", checks=())
    assert one == two
    assert hash(one) == hash(two)
    assert one != Text(default="b")
    assert one != "a"
    assert repr(one) == "<Text>"
    assert full_text(one) == "Text(default='a')"
    assert pickle.loads(pickle.dumps(one)) == one  # our own bytes


def test_a_document_and_a_portfolio_are_printed_by_id_and_counts(wyeford: Portfolio) -> None:
    """What people wrote is printed only where `full_text` asks for it."""
    strategy = next(wyeford.of(Strategy))
    words = strategy.title.default
    assert repr(strategy).startswith(f"<Strategy {strategy.id!r} ")
    assert repr(wyeford) == (
        f"<Portfolio {wyeford.manifest.id!r} documents={len(wyeford.documents) + 1} "
        f"observations={len(wyeford.observations)}>"
    )
    for value in (strategy, wyeford):
        assert words not in repr(value)
        assert words in full_text(value)
        assert words not in repr(value), "only for the one text"


def test_missing_and_unknown_fields() -> None:
    """A field that must be given, and one that is not known, are a TypeError by name."""
    with pytest.raises(TypeError, match=r"Text\(\) needs default="):
        Text()  # type: ignore[call-arg]  # wrong on purpose
    with pytest.raises(TypeError, match=r"Text\(\) has no field a, b"):
        Text(default="x", b=1, a=2)  # type: ignore[call-arg]  # wrong on purpose
    with pytest.raises(TypeError):
        Text("x")  # type: ignore[misc]  # wrong on purpose


@pytest.mark.parametrize(
    ("make", "owner", "pointer", "problem"),
    [
        (lambda: Text(default=5), "Text", "/default", "must be text, not a number"),
        (lambda: Text(default=""), "Text", "/default", "must have a length of 1 to any"),
        (lambda: Text(default="\udc00"), "Text", "/default", "surrogate"),
        (lambda: Text(default="a", variants={1: 2}), "Text", "/variants", "must be a FrozenMap"),
        (
            lambda: Text(default="a", variants=FrozenMap({"a/b~": "x"})),
            "Text", "/variants/a~1b~0", "must be Variant, not text",
        ),
        (
            lambda: Text(default="a", variants=FrozenMap({"\ud800": Variant(text="x")})),
            "Text", "/variants/\ud800", "surrogate",
        ),
        (lambda: Text(default="a", checks=iter(())), "Text", "/checks", "must be a tuple, not"),
        (lambda: Text(default="a", wording="said"), "Text", "/wording", "must be one of verbatim"),
        (lambda: Month(year=2025.0, month=1), "Month", "/year", "must be a whole number"),
        (lambda: Month(year=True, month=1), "Month", "/year", "not true or false"),
        (lambda: Month(year=2025, month=0), "Month", "/month", "must lie between 1 and 12"),
        (lambda: Month(kind="day", year=2025, month=1), "Month", "/kind", "must be one of month"),
        (
            lambda: LevelTarget(level="5", due=Month(year=2025, month=1)),
            "LevelTarget", "/level", "must be a number (float)",
        ),
        (
            lambda: LevelTarget(level=10**400, due=Month(year=2025, month=1)),
            "LevelTarget", "/level", "must be a number (float)",
        ),
        (
            lambda: LevelTarget(level=True, due=Month(year=2025, month=1)),
            "LevelTarget", "/level", "not true or false",
        ),
        (
            lambda: LevelTarget(level=2.0**53, due=Month(year=2025, month=1)),
            "LevelTarget", "/level", f"-{LARGEST_INTEGER}",
        ),
        (lambda: LevelTarget(level=1.0, due=None), "LevelTarget", "/due", "not nothing"),
        (lambda: Sample(size=2**53), "Sample", "/size", "must lie between"),
        (
            lambda: Source(title="a", published_on=datetime(2025, 1, 1, tzinfo=UTC)),
            "Source", "/published_on", "must be a date, not datetime",
        ),
        (
            lambda: Source(title="a", published_on=date(2200, 1, 1)),
            "Source", "/published_on", "years 1900 to 2199",
        ),
        (lambda: Source(title="a", link="ftp://a"), "Source", "/link", "must be a web address"),
        (lambda: Source(title="a", link="https://a\n"), "Source", "/link", "web address"),
        (lambda: Sample(size=5, population=4), "Sample", "/size", "more than the population"),
        (lambda: Relation(kind="part-of"), "Relation", "", "needs a strategy or a title"),
        (
            lambda: EvidenceRegister(
                id="e", title=Text(default="a"), extensions=FrozenMap({"x": ([],)})
            ),
            "EvidenceRegister", "/extensions/x/0", "must be frozen JSON, not list",
        ),
        (
            lambda: EvidenceRegister(
                id="e", title=Text(default="a"), extensions=FrozenMap({"x": FrozenMap({"\ud800": 1})})
            ),
            "EvidenceRegister", "/extensions/x/\ud800", "surrogate",
        ),
        (
            lambda: EvidenceRegister(
                id="e", title=Text(default="a"), extensions=FrozenMap({"x": float("inf")})
            ),
            "EvidenceRegister", "/extensions/x", "finite",
        ),
        (
            lambda: EvidenceRegister(
                id="e", title=Text(default="a"), extensions=FrozenMap({"x": 2**53})
            ),
            "EvidenceRegister", "/extensions/x", "must lie between",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_place(
    make: Any, owner: str, pointer: str, problem: str
) -> None:
    """The error names the class, a pointer to the value and the problem; it pickles."""
    found = error(make)
    assert (found.owner, found.pointer) == (owner, pointer)
    assert problem in found.problem
    assert str(found) == f"{owner}{pointer}: {found.problem}"
    assert pickle.loads(pickle.dumps(found)).pointer == pointer  # our own bytes
    assert isinstance(found, ValueError)


def test_a_whole_number_is_a_number() -> None:
    """Where a number is wanted 5 is kept as 5.0, as type checkers allow and JSON says."""
    target = LevelTarget(level=5, due=Month(year=2025, month=1))
    assert repr(target.level) == "5.0"
    assert target == LevelTarget(level=5.0, due=Month(year=2025, month=1))


def test_a_value_made_past_its_constructor_can_be_checked() -> None:
    """`problems_of` tells everything at once, constraints and rules."""
    past = object.__new__(Evidence)
    sound = Evidence(id="e", kind="survey", title=Text(default="Survey"))
    assert list(problems_of(sound)) == []
    for field in Evidence._fields:
        object.__setattr__(past, field.name, getattr(sound, field.name))
    object.__setattr__(past, "id", "not an id")
    object.__setattr__(
        past, "stances", (Stance(claim="a", side="for"), Stance(claim="a", side="against"))
    )
    assert [pointer for pointer, _ in problems_of(past)] == ["/id", "/stances/1/side"]
