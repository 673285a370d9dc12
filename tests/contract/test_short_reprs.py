"""What is printed by accident names ids and counts: no words of people, no figures, a line at most."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import sendframe
from sendframe import api
from sendframe.model import FrozenMap, ObservationSet, Portfolio, Value, full_text
from tests.contract.example_pages import REPORTS

ROOT = Path(__file__).parents[2]
PACKAGES = (
    *("api", "checks", "disclosure", "documents", "editions", "errors", "evaluation", "figures"),
    *(
        "frames",
        "jsontext",
        "model",
        "plugins",
        "reports",
        "scoring",
        "testing",
        "validation",
        "workbook",
    ),
)
LONGEST = 400
FOR_PEOPLE = {
    *("Diagnostic", "Related", "Location", "PluginFailure", "Manual", "CheckResult"),
    *("InvalidDocument", "InvalidValue", "CannotCompare", "CannotWrite", "MissingDate"),
    *("LibraryMissing", "NoNeighbours", "NotPublishable", "NothingToReport", "PluginFailed"),
    *("PluginMissing", "UnknownArea", "UnknownId", "UnknownName"),
}
"""Messages: they are made to be printed, and say nothing that disclosure control would hide."""

OF_PROGRAMS = {
    *("CellError", "Column", "Sheet"),
    *("Account", "Catalogue", "Check", "DerivedIndicator", "DisclosurePolicy", "Example"),
    *("ExtensionRules", "Fault", "Needs", "NoCatalogue", "NoLibrary", "NoOptions", "NotComparable"),
    *(
        "Identifier",
        "OneSided",
        "Origin",
        "ParseLimits",
        "PlainTextOptions",
        "Provided",
        "Reader",
        "Renderer",
    ),
    *("Position", "SchemaError", "ScoringRule", "Suggester"),
    *("SectionKind", "SubjectRule"),
}
"""What authors of programs wrote about programs, places in files, and limits."""


def public_classes() -> Iterator[type]:
    """Yield every public attrs class, once."""
    seen = set()
    for package in PACKAGES:
        module = importlib.import_module(f"sendframe.{package}")
        for name in module.__all__:
            cls = getattr(module, name)
            if isinstance(cls, type) and attrs.has(cls) and cls not in seen:
                seen.add(cls)
                yield cls


def test_every_public_class_has_a_short_repr() -> None:
    """None has one that attrs made of all fields, but for messages and what is about programs."""
    generated = {
        cls.__name__
        for cls in public_classes()
        if cls.__repr__.__code__.co_filename.startswith("<attrs")
    }
    assert generated == FOR_PEOPLE | OF_PROGRAMS


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    """Return the example that uses every field."""
    return sendframe.load(ROOT / "examples" / "wyeford", Portfolio)


@pytest.fixture(scope="module")
def values(portfolio: Portfolio) -> list[Any]:
    """Return one or more values of most classes: documents, results, figures, reports."""
    figures = api.figures_for(portfolio)
    made = sendframe.make_reports(portfolio, REPORTS["wyeford"])
    areas = sendframe.evaluate_areas(
        portfolio.observations, portfolio.indicators().values(), as_at=portfolio.manifest.as_at
    )
    roots: list[Any] = [
        portfolio,
        sendframe.evaluate(portfolio),
        figures,
        api.disclosed_evaluation(portfolio, figures),
        areas,
        *areas.standings,
        *areas.averages,
        *areas.limits,
        *(report.model for report in made),
        api.texts_in_no_report(portfolio, sendframe.evaluate(portfolio)),
        *sendframe.compare(portfolio, attrs.evolve(portfolio, documents=())),
    ]
    found: dict[int, Any] = {}
    for root in roots:
        collect(root, found)
    return list(found.values())


def collect(value: Any, found: dict[int, Any]) -> None:
    """Add a value, and all attrs values and maps in it."""
    if isinstance(value, tuple | list):
        for member in value:
            collect(member, found)
    elif isinstance(value, FrozenMap):
        found[id(value)] = value
        collect(tuple(value.values()), found)
    elif attrs.has(type(value)) and id(value) not in found:
        found[id(value)] = value
        for field in attrs.fields(type(value)):
            collect(getattr(value, field.name), found)


def test_no_repr_is_long_or_says_what_people_wrote(portfolio: Portfolio, values: list[Any]) -> None:
    """Texts of the documents and figures stand in no ``repr``; `full_text` has them."""
    written = {text for _, _, text in portfolio.strings() if len(text.split()) > 2}
    classes = set()
    for value in values:
        name = type(value).__name__
        if name in FOR_PEOPLE | OF_PROGRAMS:
            continue
        classes.add(name)
        shown = repr(value)
        assert len(shown) <= LONGEST, name
        assert "\n" not in shown, name
        words = [text for text in written if text in shown]
        assert words == [], (name, words)
    assert len(classes) > 150


def test_figures_stand_in_no_repr(portfolio: Portfolio) -> None:
    """A count of few children is not logged by accident; whoever asks for all gets all."""
    figure = next(row for row in portfolio.observations if row.numerator is not None)
    assert str(figure.value) not in repr(figure)
    assert f"numerator={figure.numerator}" in full_text(figure)
    for observation_set in portfolio.of(ObservationSet):
        assert "value" not in repr(observation_set)
    assert repr(portfolio.observations) == f"<Observations of {len(portfolio.observations)} rows>"
    assert issubclass(type(figure), Value)
