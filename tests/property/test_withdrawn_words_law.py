"""A copy of withdrawn words is found however it is disguised, and nothing else is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sendframe.builtin.copy_of_withdrawn_words import checks
from sendframe.model import Consent, EvidenceRegister, Strategy, Voice
from sendframe.plugins import CheckContext, Diagnostic
from tests.unit.conftest import AREA, rate, small, text

DAY = date(2026, 1, 31)
(CHECK,) = checks()
CONSENT = Consent(given_by="a pupil", withdrawn_on=DAY)
SIGNS = st.sampled_from(
    [" ", ", ", ".\n", " – ", "\u00a0", "’ “", "_ ", "/", "\u200b \u200b", "… "]
)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéüßæœñ'’", min_size=1, max_size=8).filter(
    lambda word: word.strip("'’") != ""
)
SAID = st.lists(WORDS, min_size=5, max_size=16)
CASES = st.sampled_from([str.upper, str.lower, str.title, str.swapcase, str])
OTHER = "Zzz9"
"""A word that nobody said."""


def diagnostics(spoken: list[str], copy: str) -> list[Diagnostic]:
    """Return what the check reports of a plan, beside a voice whose consent was withdrawn."""
    voice = Voice(id="v", who="parent-carers", words=text(" ".join(spoken)), consent=CONSENT)
    register = EvidenceRegister(id="e", title=text("E"), voices=(voice,))
    plan = Strategy(
        id="p", title=text("P"), kind="strategy", area=AREA, status="draft", vision=text(copy)
    )
    context = CheckContext(
        check=CHECK.id,
        portfolio=small(rate(), documents=(register, plan)),
        as_at=DAY,
        indicators={},
        subjects=(),
        source="sendframe",
        options=CHECK.options(),
    )
    return list(CHECK.run(context))


def disguised(data: st.DataObject, words: list[str]) -> str:
    """Return words in any case, with any signs between them and other words around them."""
    parts = [data.draw(CASES)(word) + data.draw(SIGNS) for word in words]
    return f"{OTHER} {''.join(parts)} {OTHER}"


@given(SAID, st.data())
def test_a_copy_is_found(spoken: list[str], data: st.DataObject) -> None:
    """Six words in a row from anywhere, or all words where there are fewer; none is repeated."""
    start = data.draw(st.integers(0, max(0, len(spoken) - 6)))
    (diagnostic,) = diagnostics(spoken, disguised(data, spoken[start : start + 6]))
    assert diagnostic.location.pointer == "/vision"
    assert " ".join(spoken).casefold() not in diagnostic.message.casefold()


@given(SAID, st.data())
def test_nothing_else_is_found(spoken: list[str], data: st.DataObject) -> None:
    """Five words in a row, or fewer than all of them, are no copy; neither are other words."""
    most = min(5, len(spoken) - 1)
    pieces = [disguised(data, spoken[at : at + most]) for at in range(0, len(spoken), most)]
    assert diagnostics(spoken, " ".join(pieces)) == []
