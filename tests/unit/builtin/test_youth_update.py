"""The update for children and young people, and what people said and what became of it."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from sendframe import make_reports, report
from sendframe.errors import NothingToReport
from sendframe.model import (
    Consent,
    EvidenceRegister,
    FrozenMap,
    Month,
    Portfolio,
    Reply,
    SimplifiedFact,
    Text,
    ToldBack,
    Variant,
    Voice,
)
from sendframe.plugins import Catalogue
from sendframe.reports import Questions, ReportModel, Section
from tests.evaluating import evaluate
from tests.unit.builtin.craft_check import DAY, catalogue_of
from tests.unit.conftest import rate, seen, small, text
from tests.unit.reports.walking import parts, texts

CATALOGUE = Catalogue.discover(third_party=False)
LONGEST = 15
"""Words of the longest sentence, but for quoted ones."""

FORMATS = ("html", "markdown", "json", "csv")
NEVER = re.compile(
    r"\b(?:red|amber|green|rank|quartile|quarter [A-D]|interval|off target|on target|worse than|"
    r"better than|Marlbeck|Overdale|Thornmere|Ardenia)\b"
)


@pytest.fixture(scope="module")
def model(wyeford: Portfolio) -> ReportModel:
    """Return the youth update of Wyeford."""
    (made,) = make_reports(wyeford, ["youth-update"], catalogue=CATALOGUE)
    return made.model


def rows(section: Section) -> dict[str, str]:
    """Return each thing that was said, with the whole answer to it."""
    (block,) = (part for part in section.blocks if isinstance(part, Questions))
    return {item.title: " ".join(texts(item.sentences)) for item in block.items}


def part_of(model: ReportModel, id_: str) -> Section:
    """Return a section of a report by its id."""
    (found,) = (section for section in model.sections if section.id == id_)
    return found


def test_shape_and_word_carry_each_state(model: ReportModel) -> None:
    """One ink: no part has a tone that rates, and the words of the states differ by shape."""
    tones = {part.tone for part in parts(model) if hasattr(part, "tone")}
    assert tones == {"neutral"}
    marks = {
        (sentence.mark.label, sentence.mark.shape)
        for part in parts(model)
        if isinstance(part, Questions)
        for item in part.items
        for sentence in item.sentences
        if sentence.mark
    }
    assert len({shape for _, shape in marks}) >= 4
    assert model.theme == "youth"


def test_sentences_are_short(model: ReportModel) -> None:
    """Nobody has to keep sixteen words in mind; quoted words stay as they were said."""
    for said in texts(model.sections):
        if said.startswith("“"):
            continue
        for sentence in re.split(r"(?<=[.?!]) ", said):
            assert len(sentence.split()) <= LONGEST, sentence


@pytest.mark.parametrize("name", FORMATS)
def test_no_rating_rank_interval_or_other_area_is_told(wyeford: Portfolio, name: str) -> None:
    """In no format."""
    (made,) = make_reports(wyeford, ["youth-update"], catalogue=CATALOGUE)
    for data in made.files(name).values():
        page = data.decode("utf-8")
        if name == "html":
            page = page.partition("<body")[2]
        elif name == "json":
            page = json.dumps(json.loads(page)["sections"])
        assert NEVER.findall(page) == []


def test_what_is_not_written_for_its_readers_is_left_out(
    wyeford: Portfolio, model: ReportModel
) -> None:
    """Statements of the edition without words for young people are in no part of the update."""
    printed = "\n".join(texts(model.sections))
    for entry in (entry for item in wyeford.documents for entry in getattr(item, "entries", ())):
        for statement in (*entry.working_well, *entry.changing):
            if "young-people" not in statement.variants:
                assert str(statement) not in printed


def test_a_promise_has_its_state_its_reason_and_its_date(model: ReportModel) -> None:
    """A reason that nobody wrote for young people is said to be missing; a passed date passed."""
    promises = rows(part_of(model, "promises"))
    kept = promises["We said we would tell you who to call."]
    assert "Kept" in kept
    assert "When?" not in kept
    late = promises["We said health teams would answer faster by December."]
    assert "why not. Nobody has written it for you yet. Missing:" in late
    assert "By 31 December 2025. That date has passed." in late


def test_pictures_show_the_figure_before_and_the_newest(model: ReportModel) -> None:
    """Of every 100, for figures that have a name in plain words and got better."""
    titles = texts(part_of(model, "better"))
    assert "2023: 60 out of 100" in titles
    assert "2024: 67 out of 100" in titles
    assert "December 2025: 28 out of 100" in titles


def test_without_anything_to_tell_there_is_no_update(
    herefordshire: Portfolio, tmp_path: Path
) -> None:
    """It is refused by name, with what is missing, and nothing is written."""
    with pytest.raises(NothingToReport, match=r"youth-update.*We made you promises") as raised:
        report(herefordshire, tmp_path / "out", profiles=["board", "youth-update"])
    assert raised.value.needed[0] == "You said. We did."
    assert not (tmp_path / "out").exists()


CONSENT = Consent(given_by="a pupil", profiles=("you-said-we-did",))


def answered(voice: Voice, **fields: object) -> Portfolio:
    """Return a portfolio with a reply to a voice."""
    given = {"id": "r", "voices": ("v",), "state": "done", "statement": text("We did.")}
    register = EvidenceRegister(
        id="voices", title=text("Voices"), voices=(voice,), replies=(Reply(**{**given, **fields}),)
    )
    return small(rate(), documents=(register,), as_at=DAY)


def said(portfolio: Portfolio) -> list[tuple[str, str, str]]:
    """Return label, words and answer of each row of *You said, we did*."""
    (made,) = make_reports(portfolio, ["you-said-we-did"], catalogue=CATALOGUE)
    (block,) = part_of(made.model, "replies").blocks
    assert isinstance(block, Questions)
    return [(item.label, item.title, " ".join(texts(item.sentences))) for item in block.items]


def voice(**fields: object) -> Voice:
    """Return the voice of a young person."""
    given = {
        "id": "v",
        "who": "children-and-young-people",
        "words": text("Listen."),
        "consent": CONSENT,
    }
    return Voice(**{**given, **fields})


def test_own_words_are_quoted_and_a_summary_is_not() -> None:
    """Each says who it is of, in the singular and in the plural; unknown people are people."""
    assert said(answered(voice()))[0][:2] == ("A young person said", "“Listen.”")
    both = CONSENT.changed(covers="both")
    summary = voice(words=None, summary=text("They want to be heard."), consent=both)
    assert said(answered(summary))[0][:2] == (
        "Children and young people said",
        "They want to be heard.",
    )
    assert said(answered(voice(who="neighbours")))[0][0] == "Somebody said"


@pytest.mark.parametrize(
    "consent",
    [
        None,
        CONSENT.changed(profiles=("board",)),
        CONSENT.changed(withdrawn_on=date(2026, 1, 30)),
        CONSENT.changed(until=date(2026, 1, 30)),
        CONSENT.changed(covers="summary"),
    ],
)
def test_without_consent_for_this_report_the_row_is_left_out(consent: Consent | None) -> None:
    """Answer and all: an answer would tell what was said."""
    with pytest.raises(NothingToReport):
        make_reports(answered(voice(consent=consent)), ["you-said-we-did"], catalogue=CATALOGUE)


def test_an_answer_says_why_not_by_when_and_whether_people_were_told() -> None:
    """A date that has passed says so."""
    waiting = {"state": "not_yet", "because": text("No staff."), "due": Month(year=2025, month=12)}
    ((_, _, answer),) = said(answered(voice(), **waiting))
    for words in ("Not yet", "No staff.", "Why not?", "By December 2025. That date has passed."):
        assert words in answer
    assert "Not told yet." in answer
    told = (ToldBack(on=date(2026, 1, 12), channel="youth forum"),)
    ((_, _, answer),) = said(answered(voice(), told_back=told))
    assert "Told: youth forum, 12 January 2026." in answer


FACT = "indicator/rate/2024"


def simplified(*facts: SimplifiedFact) -> Text:
    """Return a text whose plain words simplify figures."""
    plain = Variant(text="3 out of 4.", simplifies=facts)
    return text("Three quarters.").changed(variants=FrozenMap({"young-people": plain}))


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ([(FACT, "75.0%")], None),
        ([(FACT, "74.0%")], f"'{FACT}' was 74.0%, and is 75.0%"),
        (
            [("indicator/rate/2023", "25.0%")],
            "'indicator/rate/2023' was 25.0%, and there is a newer figure: 75.0% in 2024",
        ),
        ([("indicator/rate/2023", "25.0%"), (FACT, "75.0%")], None),
        (
            [("indicator/gone/2023", "1%")],
            "there is no figure 'indicator/gone/2023' any more; it was 1%",
        ),
    ],
)
def test_plain_words_for_a_figure_that_changed_are_named(
    facts: list[tuple[str, str]], problem: str | None
) -> None:
    """With both values; a newer figure is told unless the words name it too."""
    words = simplified(*(SimplifiedFact(fact=fact, value=value) for fact, value in facts))
    register = EvidenceRegister(id="e", title=words)
    area = small(rate(), seen(2023, 10, 40), seen(2024, 30, 40), documents=(register,))
    found = evaluate(area, area.observations, as_at=DAY, catalogue=catalogue_of("SFR601")).notices
    expected = (
        []
        if problem is None
        else [f"“3 out of 4.” simplifies a figure that has changed: {problem}"]
    )
    assert [notice.message for notice in found] == expected


def test_what_people_said_is_not_repeated_by_a_check() -> None:
    """Its words may be shown in reports alone, as far as consent goes."""
    words = simplified(SimplifiedFact(fact="indicator/gone/2023", value="1%"))
    register = EvidenceRegister(id="e", title=text("E"), voices=(voice(words=words),))
    area = small(rate(), seen(2024, 30, 40), documents=(register,))
    found = evaluate(area, area.observations, as_at=DAY, catalogue=catalogue_of("SFR601"))
    assert found.notices == ()
