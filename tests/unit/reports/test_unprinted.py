"""Which texts of a portfolio some reports do not print."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sendframe.model import (
    Action,
    ActionRegister,
    ActionUpdate,
    Day,
    Document,
    FrozenMap,
    ObservationSet,
    ObservedArea,
    Portfolio,
    Profile,
    ProfileSection,
    Text,
    Variant,
)
from sendframe.reports import (
    Cell,
    Paragraph,
    ReportModel,
    Section,
    Sentence,
    Table,
    TextsRead,
    UnprintedText,
    unprinted,
)
from tests.unit.conftest import rate, small, text

DAY = date(2026, 1, 31)
WORDS = ("one", "two", "three", "tell")


def model(*texts: str) -> ReportModel:
    """Return a report with a sentence for each text."""
    blocks = tuple(Paragraph((Sentence(each),)) for each in texts)
    return ReportModel("board", "Report", "", "Kent", DAY, (Section("a", "A", blocks),))


def portfolio(*actions: Action, documents: tuple[Document, ...] = ()) -> Portfolio:
    """Return a portfolio with one register of actions, which has no other text than its title."""
    register = ActionRegister(id="register", title=text("register"), actions=actions)
    return small(rate(), documents=(register, *documents))


def action(title: Text | str, **more: object) -> Action:
    """Return an action."""
    return Action(id="action", title=text(title) if isinstance(title, str) else title, **more)


def of_register(read: TextsRead) -> list[UnprintedText]:
    """Return the texts of the register that are not printed."""
    return [each for each in read.unprinted if each.location.file == "register.json"]


def left(read: TextsRead) -> list[str]:
    """Return the places of the texts of the register that are not printed."""
    return [each.location.pointer for each in of_register(read)]


def test_a_text_in_a_sentence_or_a_cell_is_printed() -> None:
    """White space, case and punctuation make no difference; a part of a word is not the word."""
    read = portfolio(action("Open   the new school"))
    assert left(unprinted(read, [model("Register", "It says: 'open the\nNEW school.'")])) == []
    table = Table("Register", ("a",), ((Cell("Open the new school"),),))
    made = ReportModel("b", "", "", "", DAY, (Section("a", "A", (table,)),))
    assert left(unprinted(read, [made])) == []
    assert left(unprinted(read, [model("register", "Open the new schools")])) == [
        "/actions/0/title/default"
    ]


def test_words_of_two_sentences_are_no_text() -> None:
    """A text is printed as a whole, or it is not printed."""
    read = portfolio(action("Open the new school"))
    assert left(unprinted(read, [model("register", "Open the", "new school")]))
    assert not left(unprinted(read, [model("register"), model("Open the new school")]))


def test_each_variant_is_a_text_of_its_own() -> None:
    """The default words do not stand for the friendly ones; the kind names the variant."""
    words = Text(default="Open it", variants=FrozenMap({"friendly": Variant(text="We open it")}))
    read = unprinted(portfolio(action(words)), [model("register", "Open it.")])
    (found,) = of_register(read)
    assert found.location.pointer == "/actions/0/title/variants/friendly/text"
    assert found.kind == "title of action (friendly)"


def test_ids_codes_and_profiles_are_no_texts() -> None:
    """What names a thing is not read as a statement, and headings are none."""
    update = ActionUpdate(on=Day(on=DAY), role="lead", text=text("Begun"))
    section = ProfileSection(id="s", kind="summary", title=text("A heading"))
    profile = Profile(id="p", title=text("P"), audience="board", sections=(section,))
    read = unprinted(portfolio(action("Open", updates=(update,)), documents=(profile,)), [])
    assert left(read) == [
        "/title/default",
        "/actions/0/title/default",
        "/actions/0/updates/0/role",
        "/actions/0/updates/0/text/default",
    ]
    assert not any(each.location.file == "p.json" for each in read.unprinted)


def test_of_a_set_of_figures_its_own_statements_are_texts() -> None:
    """Title and note are an author's; names of areas and releases are not read."""
    area = ObservedArea(code="ZZ0000001", name="Kent", kind="local-authority")
    figures = ObservationSet(id="f", title=text("Figures"), note=text("Late"), areas=(area,))
    read = unprinted(portfolio(action("Open"), documents=(figures,)), [])
    places = [each.location.pointer for each in read.unprinted if each.location.file == "f.json"]
    assert places == ["/title/default", "/note/default"]


def test_the_most_frequent_kinds_are_named_first() -> None:
    """After five of them the others are counted together."""
    updates = tuple(
        ActionUpdate(on=Day(on=DAY), role="lead", text=text(f"Update {n}")) for n in range(3)
    )
    read = unprinted(portfolio(action("Open", updates=updates)), [])
    assert len(read.unprinted) == read.count
    assert read.shares.startswith(
        f"{read.count} of {read.count} texts (role of action update: 3; text of action update: 3; "
    )
    assert read.summary.startswith("Read, and printed in none of these reports: ")
    one = TextsRead(1, ())
    assert one.summary == "The only text that was read is printed in one of these reports."


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5),
    st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=4),
)
def test_words_are_found_as_a_search_finds_them(
    words: list[str], sentences: list[list[str]]
) -> None:
    """A text is printed exactly where its words stand in a sentence, one after the other."""
    wanted = " ".join(words)
    printed = any(f" {wanted} " in f" {' '.join(sentence)} " for sentence in sentences)
    texts = ("register", *(" ".join(sentence) for sentence in sentences))
    assert (left(unprinted(portfolio(action(wanted)), [model(*texts)])) == []) == printed
