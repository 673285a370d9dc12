"""A kind of section that fails leaves out only itself, and its options are checked."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from sendframe.disclosure import POLICIES
from sendframe.errors import PluginFailure, UnknownName
from sendframe.evaluation import NoCatalogue, PluginIsolation, Provided
from sendframe.model import (
    EMPTY,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    Json,
    Profile,
    ProfileSection,
)
from sendframe.reports import (
    BuildContext,
    Paragraph,
    ReportModel,
    Section,
    SectionKind,
    Sentence,
    build,
)
from tests.evaluating import disclosed
from tests.unit.conftest import rate, seen, small, text
from tests.unit.reports.small_report import CATALOGUE, DAY, NOTHING, built, of, report
from tests.unit.reports.walking import said


@attrs.frozen
class Options:
    """Options that are made up."""

    word: str = "seen"
    times: int = 1


def repeat(context: BuildContext, section: ProfileSection, options: Options) -> Section:
    """Return a section that says a word some times."""
    sentences = (Sentence(options.word),) * options.times
    return Section(section.id, context.words(section.title), (Paragraph(sentences),))


def kind(id_: str, builder: Callable[..., Any], options: type = Options) -> Provided[SectionKind]:
    """Return a kind of section of a plug-in."""
    return Provided(SectionKind(id_, id_, id_, builder, options), "kent", "sendframe-kent", "1.0")


def made(
    *sections: tuple[str, FrozenMap[Json]],
    isolation: PluginIsolation,
    general: dict[str, Json] | None = None,
    builder: Callable[..., Any] = repeat,
    **more: Any,
) -> ReportModel:
    """Return a report of kinds with options, with the kind ``kent.word`` and sendframe's own."""
    portfolio = of(options=FrozenMap(general or {}))
    shown = disclosed(portfolio, POLICIES["published-figures"], as_at=DAY, catalogue=NOTHING)
    parts = tuple(
        ProfileSection(id=f"s{number}", kind=name, title=text(name), options=options)
        for number, (name, options) in enumerate(sections)
    )
    profile = Profile(id="p", title=text("r"), audience="board", sections=parts)
    kinds = {**CATALOGUE.sections, "kent.word": kind("kent.word", builder)}
    return build(shown, profile, kinds, isolation=isolation, **more)


WORD = ("kent.word", EMPTY)


def reasons(isolation: PluginIsolation) -> list[tuple[str, str]]:
    """Return phase and reason of each failure."""
    return [(each.phase, each.error_type) for each in isolation.failures]


def test_options_of_the_profile_go_before_those_of_the_portfolio() -> None:
    """What neither states has its default."""
    isolation = PluginIsolation()
    general: dict[str, Json] = {"kent.word": FrozenMap({"word": "general", "times": 2})}
    own = ("kent.word", FrozenMap({"word": "own"}))
    model = made(WORD, own, isolation=isolation, general=general)
    assert [said(part).splitlines()[1:] for part in model.sections] == [
        ["general", "general"],
        ["own", "own"],
    ]
    alone = made(own, isolation=isolation)
    assert said(alone.sections[0]).splitlines()[1:] == ["own"]
    assert isolation.failures == []


@pytest.mark.parametrize(
    ("options", "general", "reason"),
    [
        ({"words": "x"}, {}, "there is no option 'words'; there are: word, times"),
        ({"times": "many"}, {}, "times: expected a whole number, found str"),
        ({}, {"kent.word": "loud"}, "they are an object { }"),
    ],
)
def test_options_that_do_not_fit_leave_out_the_section(
    options: dict[str, Json], general: dict[str, Json], reason: str
) -> None:
    """The failure names the option and none of the values, and the report lists it."""
    isolation = PluginIsolation()
    wrong = ("kent.word", FrozenMap(options))
    model = made(wrong, ("method", EMPTY), isolation=isolation, general=general)
    assert reasons(isolation) == [("options", reason)]
    assert [part.title for part in model.sections] == ["method", "Not scored"]
    assert "plug-in 'kent' (sendframe-kent 1.0) failed in kent.word" in said(model.sections[-1])


def raising(*_: object) -> None:
    """Raise an error that names a child."""
    raise ValueError("Ann, aged 9")


@pytest.mark.parametrize(
    ("builder", "reason"),
    [
        (raising, "ValueError"),
        (lambda *_: "text", "it returns a str, not a Section of the report's blocks"),
        (
            lambda *_: Section("a", "A", (7,)),  # type: ignore[arg-type]  # wrong on purpose
            "it returns an int in the blocks of a Section, not a Section of the report's blocks",
        ),
    ],
)
def test_a_section_that_fails_leaves_out_only_itself(
    builder: Callable[..., Any], reason: str
) -> None:
    """The section on what was not scored lists it, wherever it stands, without the message."""
    isolation = PluginIsolation()
    parts = (("not-scored", EMPTY), WORD, ("method", EMPTY))
    model = made(*parts, isolation=isolation, builder=builder)
    assert reasons(isolation) == [("run", reason)]
    assert [part.title for part in model.sections] == ["not-scored", "method"]
    assert f"failed in kent.word [tests/unit/reports/{__name__}" not in said(model)
    assert reason in said(model.sections[0])
    assert "Ann" not in said(model)


def test_a_section_that_is_empty_is_left_out_and_does_not_fail() -> None:
    """None is no failure."""
    isolation = PluginIsolation()
    model = made(WORD, ("method", EMPTY), isolation=isolation, builder=lambda *_: None)
    assert [part.title for part in model.sections] == ["method"]
    assert isolation.failures == []


def test_where_the_list_of_failures_fails_the_failures_are_still_listed() -> None:
    """The report adds a list of its own."""
    isolation = PluginIsolation()
    wrong = ("not-scored", FrozenMap({"word": "x"}))
    model = made(wrong, isolation=isolation)
    assert [part.title for part in model.sections] == ["Not scored"]
    assert "failed in not-scored: there is no option 'word'" in said(model)


def test_failures_of_an_earlier_report_are_not_those_of_the_next() -> None:
    """One isolation may serve several reports; each lists what failed in it, and once."""
    isolation = PluginIsolation()
    first = made(WORD, WORD, isolation=isolation, builder=raising)
    assert said(first).count("failed in kent.word") == 1
    second = made(WORD, isolation=isolation)
    assert "failed" not in said(second)


def test_a_kind_of_a_plug_in_that_failed_to_load_is_left_out() -> None:
    """Its failure is in the evaluation already; an unknown kind is refused."""
    isolation = PluginIsolation()
    parts = (("kent.lost", EMPTY), ("method", EMPTY))
    model = made(*parts, isolation=isolation, absent=["kent.lost"])
    assert [part.title for part in model.sections] == ["method"]
    with pytest.raises(UnknownName, match="kind of section") as caught:
        made(*parts, isolation=isolation)
    assert caught.value.known == tuple(sorted({*CATALOGUE.sections, "kent.word"}))


def test_a_section_of_a_plug_in_has_no_document_that_may_not_be_quoted() -> None:
    """Wherever it looks: evidence that is not publishable is in no document of a public report."""
    found: dict[str, list[str]] = {}

    def look(context: BuildContext, section: ProfileSection, _: object) -> None:
        registers = context.disclosed.portfolio.of(EvidenceRegister)
        found[section.id] = [item.id for register in registers for item in register.evidence]

    register = EvidenceRegister(
        id="evidence",
        title=text("Evidence"),
        evidence=(
            Evidence(id="open", kind="survey", title=text("Open"), publishable=True),
            Evidence(id="secret", kind="complaint-theme", title=text("Secret")),
        ),
    )
    portfolio, published = of(register), POLICIES["published-figures"]
    shown = disclosed(portfolio, published, as_at=DAY, catalogue=NOTHING)
    part = ProfileSection(id="theirs", kind="kent.word", title=text("Look"))
    for public in (True, False):
        profile = Profile(
            id="p", title=text("r"), audience="board", public=public, sections=(part,)
        )
        kinds = {"kent.word": kind("kent.word", look)}
        isolation = PluginIsolation()
        build(shown, profile, kinds, isolation=isolation)
        assert isolation.failures == []
        assert found.pop("theirs") == (["open"] if public else ["open", "secret"])


def test_the_plug_ins_of_sections_are_among_the_makers() -> None:
    """So that a report can be reproduced; a plug-in that gives more is named once."""
    model = made(WORD, WORD, ("method", EMPTY), isolation=PluginIsolation())
    (maker,) = (each for each in model.makers if each.name == "sendframe-kent")
    assert (maker.version, maker.provides) == ("1.0", ("kent.word",))
    assert "sendframe-kent" in said(model.sections[-1])


def test_a_section_knows_which_reports_are_made_beside_it() -> None:
    """So that it may refer to one of them."""
    seen: list[BuildContext] = []
    isolation = PluginIsolation()
    made(WORD, isolation=isolation, builder=lambda *given: seen.append(given[0]), beside=["a", "b"])
    assert [context.beside for context in seen] == [("a", "b")]


def test_every_report_tells_of_a_failure_whether_or_not_it_has_a_section_for_it() -> None:
    """What plug-ins failed to do, and what is missing of them, stands under its own heading."""
    failure = PluginFailure("plug", "plug-dist", "1.2", "import", "ImportError")
    known = NoCatalogue(failures=(failure,))
    portfolio = attrs.evolve(of(), missing=("The document 'kent.a': nothing brings it.",))
    model = report(portfolio, "summary", catalogue=known)
    assert [each.title for each in model.sections][-1] == "Not scored"
    told = said(model.sections[-1])
    assert "plug-in 'plug' (plug-dist 1.2) failed: ImportError. Everything else ran." in told
    assert "Not here: the document 'kent.a': nothing brings it." in told
    with_section = report(portfolio, "not-scored", catalogue=known)
    assert [each.title for each in with_section.sections] == ["not-scored"]


def test_the_added_section_has_an_id_of_its_own() -> None:
    """A profile may call one of its sections like it."""
    known = NoCatalogue(failures=(PluginFailure("p", "d", "1", "import", "E"),))
    section_ = ProfileSection(id="not-scored", kind="sources", title=text("Sources"))
    profile = Profile(id="board", title=text("r"), audience="board", sections=(section_,))
    area = small(rate(), seen(2024, 1, 4))
    published = POLICIES["published-figures"]
    model = built(disclosed(area, published, as_at=DAY, catalogue=known), profile)
    assert [each.id for each in model.sections] == ["not-scored", "not-scored-again"]
