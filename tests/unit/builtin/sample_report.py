"""A report with every kind of block, and with texts that mean harm."""

from collections.abc import Callable
from datetime import date

import attrs

from sendframe.model import Input, Maker
from sendframe.plugins import (
    Bar,
    BarChart,
    Block,
    Bullets,
    Callout,
    Cell,
    ChartEvent,
    ChartPoint,
    Column,
    ColumnChart,
    Columns,
    ColumnSeries,
    Dot,
    FigureCard,
    Ladder,
    LadderStep,
    Link,
    Mark,
    Paragraph,
    PathChart,
    PathStop,
    PeersChart,
    Pictogram,
    Pip,
    Pips,
    Question,
    Questions,
    ReferenceLine,
    ReportModel,
    Section,
    Sentence,
    Span,
    Table,
    Timeline,
    TimelineRow,
    TrendChart,
)

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" * 4
HOSTILE = (
    SCRIPT,
    "</style></title></textarea>--><!-- ]]> <svg onload=alert(3)>",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "[a link](javascript:alert(4)) ![a picture](https://example.org/x.png) <https://example.org>",
    "| a | b |\n|---|---|\n# heading\n\n- item\n> quote\n```code```\n***\n1. one",
    (
        "*bold* _it_ __both__ ~~gone~~ `code` \\escaped &amp; &#x41; $x$ "
        "https://example.org www.example.org"
    ),
    'He said "no" & she said \'yes\' onmouseover="alert(5)"',
    "\x00nul \x1b[31mred\x1b[0m \x85 \u2028 \u2029 \ufffe \ud800 end",
    "turned \u202eround\u202c and \u2066held\u2069",
    "# not a heading",
    "1. not a list",
    "- not a list",
    "---",
    "=== ===",
    "trailing hashes ###",
    (
        "Łódź, Ŵyr, siarad â theuluoedd: 👩🏽‍🦽 ≥ 60% "
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    ),
)


def s(text: str, *facts: str, quoted: bool = False) -> Sentence:
    """Return a sentence."""
    return Sentence(text, facts, quoted)


def n(text: str, *facts: str) -> Cell:
    """Return a cell with a number."""
    return Cell(text, facts, number=True)


def trend() -> TrendChart:
    """Return a trend with a gap, two benchmarks close together and a target."""
    figures = (46.4, 52.0, None, 50.3, 58.7, 67.6)
    texts = ("46.4%", "52.0%", "c", "50.3%", "58.7%", "67.6%")
    return TrendChart(
        id="timeliness",
        title="EHC plans issued within 20 weeks, Wyeford",
        description=(
            "The share of plans issued in time rose from 46.4% in 2019 to 67.6% in 2024. The "
            "figure for 2021 is withheld. It passed England in 2023, and "
            "is below the target of 70%."
        ),
        unit="%",
        points=tuple(
            ChartPoint(str(2019 + index), value, text, (f"timeliness:{2019 + index}",))
            for index, (value, text) in enumerate(zip(figures, texts, strict=True))
        ),
        lines=(
            ReferenceLine("England, 2024", 46.4, "46.4%", "benchmark", ("england",)),
            ReferenceLine("Statistical neighbours, 2024", 49.1, "49.1%", "benchmark"),
            ReferenceLine("target by 31 August 2026", 70.0, "70%", "target"),
        ),
    )


def dots() -> PeersChart:
    """Return one area among its neighbours."""
    rows: list[tuple[str, float | None, str]] = [
        ("Ashcombe", 81.2, "81.2%"),
        ("Brackenshire", 74.0, "74.0%"),
        ("Wyeford", 67.6, "67.6% (225 of 333)"),
        ("Castlebridge and the Vale of Long Names", 61.9, "61.9%"),
        ("Statistical neighbours", 49.1, "49.1%"),
        ("England", 46.4, "46.4%"),
        ("Dunmere", 12.5, "12.5%"),
        ("Eastholt", None, "not published"),
    ]
    kinds = {"Wyeford": "area", "England": "country", "Statistical neighbours": "near"}
    return PeersChart(
        id="neighbours",
        title="EHC plans issued within 20 weeks, by area, 2024",
        description="Wyeford is third of seven areas with a figure, above England.",
        unit="%",
        dots=tuple(
            Dot(label, value, text, kinds.get(label, "near"), (f"n:{index}",))  # type: ignore[arg-type]  # an attrs class, and a role of the sample
            for index, (label, value, text) in enumerate(rows)
        ),
    )


def marks() -> Table:
    """Return a table with every shape and tone of mark."""
    return Table(
        caption="Indicators that need attention",
        columns=("Indicator", "Latest", "Change", "Declared", "The figures say", "Due"),
        rows=(
            (
                Cell("EHC plans issued within 20 weeks", ("i1",)),
                n("67.6%", "f1"),
                n("+8.9 points", "f2"),
                Cell(mark=Mark("Amber", "triangle", "between")),
                Cell("above England", ("f3",), Mark("Better", "circle", "better")),
                Cell("31 August 2026"),
            ),
            (
                Cell(
                    "Children and young people waiting over 18 weeks for speech and "
                    "language therapy"
                ),
                n("1,204", "f4"),
                n("\N{MINUS SIGN}16"),
                Cell(mark=Mark("Green", "square", "better")),
                Cell(mark=Mark("Worse", "diamond", "worse")),
                Cell("31 March 2026"),
            ),
            (
                Cell("Suspensions of pupils with SEN"),
                n("not published"),
                n(""),
                Cell(mark=Mark("Not rated", "bar")),
                Cell("no figure to score", (), Mark("Not scored", "cross", "neutral")),
                Cell(""),
            ),
        ),
        note="A rating is declared by people. What the figures say is worked out by a rule.",
    )


def sample(*, hostile: bool = True) -> ReportModel:
    """Return a report; with *hostile*, one more section of texts that mean harm."""
    sections = [
        Section(
            "exceptions",
            "What needs the board's attention",
            (
                Paragraph(
                    (
                        s("Two of nine commitments are late.", "c1", "c2"),
                        s("One has not moved since March 2025.", "c2"),
                        s("We were told to wait, and then nobody rang back.", "v1", quoted=True),
                        s("It was put to the partnership on 3 May 2025.", "r1"),
                    )
                ),
                Callout(
                    "Two ratings disagree with the figures",
                    (
                        s("The declared rating is green, and the latest figure is worse.", "d1"),
                        s("Who looks into it, and by when?"),
                    ),
                    "important",
                ),
                marks(),
                Callout("How to read this", (s("Every figure names its period and its source."),)),
            ),
            (
                Section(
                    "late",
                    "Late or stuck",
                    (
                        Bullets(
                            (
                                s(
                                    "Publish the waiting times for each service, due 30 June 2025.",
                                    "a1",
                                ),
                                s("Train 40 SENCOs, due 1 September 2025: 12 trained.", "a2"),
                                s("I want to know who my key worker is.", "v2", quoted=True),
                            )
                        ),
                        Bullets((s("A second list, right after the first."),)),
                    ),
                    (Section("deep", "A level below", (Paragraph((s("Deep text."),)),)),),
                ),
            ),
        ),
        Section("timely", "Are EHC plans issued in time?", (trend(), dots())),
        Section("shapes", "Everything else", _shapes(("Plain", "words", "of ours"), "s")),
        Section(
            "empty",
            "What is not there",
            (
                Table("Challenges raised and not answered", ("Challenge", "Raised on", "By"), ()),
                Paragraph(()),
                Bullets(()),
            ),
        ),
        Section(
            "made",
            "How this report was made",
            (
                Paragraph((s("Made by sendframe 0.1.0 from 3 files, as at 31 January 2026."),)),
                Table(
                    "Files it rests on",
                    ("File", "SHA-256"),
                    ((Cell("strategy.json"), Cell("9f86d081884c7d659a2feaa0c55ad015" * 2)),),
                ),
            ),
        ),
    ]
    if hostile:
        sections.insert(3, _hostile())
    return ReportModel(
        profile="board",
        title="Report to the SEND Strategic Assurance Board",
        subtitle="Wyeford local area, as at 31 January 2026",
        area="Wyeford",
        as_at=date(2026, 1, 31),
        sections=tuple(sections),
        notice="Draft for the board: not checked by the partnership. Do not quote its figures.",
        handling_mark="OFFICIAL: for members of the board",
        fictional=True,
        makers=(Maker(name="sendframe", version="0.1.0", provides=("SFR301",)),),
        inputs=(
            Input(
                path="strategy.json", sha256="9f86d081884c7d659a2feaa0c55ad015" * 2, form="rfc8785"
            ),
        ),
    )


def _hostile() -> Section:
    return Section(
        "hostile",
        f"Texts that mean harm {SCRIPT}",
        (
            *(Paragraph((s(text, 'f"><script>'),)) for text in HOSTILE),
            Paragraph((s(HOSTILE[4], quoted=True), s(LONG))),
            Bullets(tuple(s(text) for text in HOSTILE)),
            Callout(HOSTILE[5], (s(HOSTILE[3]),)),
            Table(
                HOSTILE[6],
                (HOSTILE[4], LONG),
                tuple((Cell(text), Cell(LONG, mark=Mark(text, text, "worse"))) for text in HOSTILE),
                HOSTILE[3],
            ),
            TrendChart(
                'x" onload="alert(6)',
                f"A trend {SCRIPT}",
                f"{SCRIPT} \x00 \ud800",
                "<b>weeks</b>",
                tuple(
                    ChartPoint(text, None if index % 3 == 0 else index - 4.5, text)
                    for index, text in enumerate(HOSTILE)
                ),
                (
                    ReferenceLine(LONG, 2.0, SCRIPT, "benchmark"),
                    ReferenceLine(SCRIPT, 2.0, LONG, "target"),
                ),
            ),
            PeersChart(
                "dots 1",
                HOSTILE[1],
                HOSTILE[6],
                "",
                (
                    *(Dot(text, float(index), text, "near") for index, text in enumerate(HOSTILE)),
                    Dot(LONG, None, SCRIPT, "area"),
                    Dot(SCRIPT, 1e12, LONG, "country"),
                ),
            ),
            *_shapes(HOSTILE, "h"),
        ),
    )


def _shapes(words: tuple[str, ...], prefix: str) -> tuple[Block, ...]:
    """Return a block of every further kind, with some words in all its texts."""
    at = iter(range(10_000))

    def word() -> str:
        return words[next(at) % len(words)]

    def said() -> Sentence:
        mark = Mark(word(), "ring", "worse")
        link = Link(word(), word() if next(at) % 2 else "")
        return Sentence(word(), (f"{prefix}:1",), label=word(), note=word(), mark=mark, link=link)

    def head(name: str) -> tuple[str, str, str]:
        return f"{prefix} {name}", word(), word()

    small = TrendChart(*head("small"), "%", (ChartPoint(word(), 1.0, word()),) * 2)
    steps = (LadderStep(word(), "half"), LadderStep(word(), "octagon", "better", is_apart=True))
    ladder = Ladder(*head("cell"), steps, 0, 1)
    card = FigureCard(
        word(), word(), word(), (f"{prefix}:2",), (said(),), small, "worse", Link(word())
    )
    cells = (
        Cell(word(), note=word(), link=Link("", word())),
        Cell(word(), strong=True, chart=ladder, more=(Cell(word(), mark=Mark(word())),)),
        Cell(),
    )
    columns = (
        Column(word(), (card,), Mark(word(), "circle", "better")),
        Column("", (said_list(said),)),
    )
    points = tuple(ChartPoint(word(), float(n), word()) for n in range(3))
    days = (date(2025, 6, 30), date(2026, 3, 31))
    return (
        Paragraph((said(),), "lead"),
        Questions((Question(word(), (said(),)), Question(word()))),
        Columns(columns, boxed=True, widths=(2, 1)),
        Table(
            word(), (word(), word(), word()), (cells,),
            spans=(Span(0, said()), Span(1, said(), "remark")), hides_caption=True,
        ),
        Callout(word(), (said(),), "missing"),
        ColumnChart(*head("columns"), word(), (ColumnSeries(word(), points), ColumnSeries(word(), points))),
        BarChart(*head("bars"), (Bar(word(), 3.0, word()), Bar(word(), None, word(), is_part=True))),
        Timeline(*head("dates"), date(2026, 1, 31), (TimelineRow(word(), days, word(), word()),)),
        attrs.evolve(ladder, id=f"{prefix} ladder"),
        Pips(*head("pips"), (Pip("circle", "better"), Pip("triangle", "worse", is_hollow=True))),
        Pictogram(*head("people"), 43),
        PathChart(
            *head("path"), PathStop(word(), 1.0, word()), PathStop(word(), 2.0, word()),
            PathStop(word(), 3.0, word()),
        ),
        attrs.evolve(small, id=f"{prefix} trend", events=(ChartEvent(1, word()),), area=word()),
    )  # fmt: skip


def said_list(said: Callable[[], Sentence]) -> Bullets:
    """Return a list of two sentences."""
    return Bullets((said(), said()))
