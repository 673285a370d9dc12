"""Words of a voice whose consent has ended stand nowhere else."""

from datetime import date, timedelta

import pytest

from sendframe.model import (
    Consent,
    Document,
    EvidenceRegister,
    FrozenMap,
    Notice,
    Picture,
    Voice,
)
from tests.unit.builtin.craft_check import DAY, diagnostics, plan
from tests.unit.builtin.plain_check import worded
from tests.unit.conftest import text

SAID = "The club said they couldn’t have me because of my chair."
RUN = "they couldn’t have me because of"
"""Six words in a row."""

WITHDRAWN = Consent(given_by="the young person", profiles=("board",), withdrawn_on=DAY)


def voice(id_: str = "v", *, spoken: str = SAID, **fields: object) -> Voice:
    """Return a voice whose consent was withdrawn."""
    given = {"who": "children-and-young-people", "words": text(spoken), "consent": WITHDRAWN}
    return Voice(id=id_, **{**given, **fields})


def register(*voices: Voice) -> EvidenceRegister:
    """Return the register of some voices."""
    return EvidenceRegister(id="e", title=text("E"), voices=voices)


def notices(*documents: Document, as_at: date = DAY, **options: object) -> list[Notice]:
    """Return what is reported, of which nothing repeats what was said."""
    reported = diagnostics("SFR620", *documents, as_at=as_at, **options)
    for item in reported:
        assert isinstance(item, Notice)
        assert item.severity == "error"
        written = f"{item.message} {item.help} {item.related}".casefold()
        assert not any(word in written for word in ("club", "couldn", "chair"))
    return [item for item in reported if isinstance(item, Notice)]


def test_a_copy_is_named_by_the_voice_and_its_place() -> None:
    """The words themselves are not repeated; the voice is the other place."""
    (notice,) = notices(register(voice()), plan(introduction=text(f"A pupil: “{SAID}”")))
    assert notice.message == (
        'words of the voice "v", whose consent has ended, stand in plan.json at /introduction'
    )
    assert notice.about == "v"
    assert (notice.document, notice.pointer) == ("plan.json", "/introduction")
    assert [(place.document, place.pointer) for place in notice.related] == [
        ("e.json", "/voices/0")
    ]


@pytest.mark.parametrize(
    "copy",
    [
        RUN,
        RUN.upper(),
        "they couldnt have me: because of",
        "they couldn't have\nme - because   of",
        "They “couldn‘t” have, me; because (of)",
        "they could\u00adn’t ha\u200bve me because\u00a0of",
        "ｔｈｅｙ couldn’t have me because of",
        "We heard that they couldn’t have me because of it.",
        "they*couldn't*have*me*because*of",
        "they_couldn't_have_me_because_of",
    ],
)
def test_six_words_in_a_row_are_a_copy(copy: str) -> None:
    """Whatever case, signs, white space and forms of letters there are."""
    assert len(notices(register(voice()), plan(introduction=text(copy)))) == 1


@pytest.mark.parametrize(
    "other",
    [
        "They couldn’t have me because.",
        "they couldn’t have me just because of my chair",
        "because of they couldn’t have me",
        "A young person was turned away.",
        "",
    ],
)
def test_what_is_no_copy(other: str) -> None:
    """Five words in a row, the same words in another order, and other words."""
    assert notices(register(voice()), plan(introduction=text(other or "-"))) == []


@pytest.mark.parametrize(
    ("spoken", "copies"),
    [
        ("I want a new friend", ["i want a new FRIEND!", "So I want a new friend too"]),
    ],
)
def test_short_words_are_searched_for_as_a_whole(spoken: str, copies: list[str]) -> None:
    """All five of them; fewer are in many sentences."""
    for copy in copies:
        assert len(notices(register(voice(spoken=spoken)), plan(introduction=text(copy)))) == 1
    part = spoken.rpartition(" ")[0]
    assert notices(register(voice(spoken=spoken)), plan(introduction=text(part))) == []
    assert (
        notices(
            register(voice(spoken="Nobody leads on it")),
            plan(introduction=text("Nobody leads on it")),
        )
        == []
    )


@pytest.mark.parametrize(
    ("consent", "days"),
    [
        (WITHDRAWN, (1, 1, 1)),
        (WITHDRAWN.changed(withdrawn_on=None, until=DAY), (0, 0, 1)),
        (WITHDRAWN.changed(withdrawn_on=None), (0, 0, 0)),
        (None, (0, 0, 0)),
    ],
)
def test_consent_ends_on_its_day(consent: Consent | None, days: tuple[int, ...]) -> None:
    """Withdrawn holds for all days, run out on the day after; not given is not ended."""
    documents = (register(voice(consent=consent)), plan(introduction=text(SAID)))
    around = [DAY + timedelta(days=step) for step in (-1, 0, 1)]
    assert tuple(len(notices(*documents, as_at=day)) for day in around) == days


def test_a_summary_and_a_variant_are_searched_for_too() -> None:
    """Each wording of what was said, whatever the consent covered."""
    spoken = worded(
        "You said that they sent you home again.", "young-people", default="Home again."
    )
    summary = text("A pupil was sent home from the trip.")
    voices = register(voice(words=spoken, summary=summary))
    for copy in (spoken.variants["young-people"].text, summary.default):
        assert len(notices(voices, plan(introduction=text(copy)))) == 1


def test_every_place_is_searched() -> None:
    """Variants, quoted texts, captions, names, and data of plug-ins; each place once."""
    picture = Picture(icon="chair", alt=SAID)
    documents = (
        plan("a", introduction=worded(f"{SAID} {SAID}", "young-people", "friendly")),
        plan("b", introduction=text(SAID).changed(wording="verbatim")),
        plan("c", introduction=worded("We listen.", picture=picture)),
        plan("d", extensions=FrozenMap({"kent": FrozenMap({"quotes": ("none", SAID)})})),
    )
    places = [(item.document, item.pointer) for item in notices(register(voice()), *documents)]
    assert places == [
        ("a.json", "/introduction/variants/friendly"),
        ("a.json", "/introduction/variants/young-people"),
        ("b.json", "/introduction"),
        ("c.json", "/introduction/variants/young-people/picture"),
        ("d.json", None),
    ]


def test_other_voices_are_searched_unless_their_consent_has_ended() -> None:
    """The same words in two voices that no report prints are no copy; in a third they are."""
    allowed = voice("other", consent=None)
    assert notices(register(voice(), voice("w"))) == []
    assert [
        notice.message.split('"')[1] for notice in notices(register(voice(), voice("w"), allowed))
    ] == [
        "v",
        "w",
    ]


def test_a_stock_phrase_is_no_copy() -> None:
    """Words of the field stand everywhere; what goes beyond them is a copy again."""
    spoken = "They asked children and young people with SEND what helps them."
    voices = register(voice(spoken=spoken))
    stock = plan(introduction=text("A plan for children and young people with SEND."))
    assert notices(voices, stock) == []
    copy = plan(introduction=text("We asked children and young people with SEND what helps."))
    assert len(notices(voices, copy)) == 1


def test_how_many_words_are_a_copy_is_an_option() -> None:
    """Five are the fewest."""
    documents = (register(voice()), plan(introduction=text("they couldn’t have me because")))
    assert notices(*documents) == []
    assert len(notices(*documents, words=5)) == 1
    assert len(notices(*documents, words=1)) == 1
    four = (register(voice()), plan(introduction=text("they couldn’t have me")))
    assert notices(*four, words=1) == []


def test_texts_are_compared_without_their_accents() -> None:
    """A copy that lost them is a copy."""
    spoken = "Chcemy dobrze Cię poznać i pomóc"
    assert (
        len(
            notices(
                register(voice(spoken=spoken)),
                plan(introduction=text("chcemy dobrze cie poznac i pomoc")),
            )
        )
        == 1
    )
