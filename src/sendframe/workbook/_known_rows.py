"""What the documents hold already of the measures and figures of a table."""

from collections import defaultdict

import attrs

from sendframe.documents import canonical, converter
from sendframe.model import Period, When, WorkbookMapping, short_repr

from ._edit import made_id
from ._names import CellProblem, words_of
from ._rows import Book, Row

__all__ = ["KnownRows"]


@attrs.frozen(eq=False)
class KnownRows:
    """The rows of the documents that a table may be about.

    Attributes:
        book: All rows of the folder.
        plan_file: The path of the plan that the mapping names.
        figures_file: The path of the set of figures; None where the mapping names none.
        area: Code of the area of the portfolio.
    """

    __repr__ = short_repr

    book: Book
    plan_file: str
    figures_file: str | None
    area: str
    _measures: dict[str, list[Row]] = attrs.field(factory=lambda: defaultdict(list), init=False)
    _dated: dict[tuple[str, bytes], str] = attrs.field(factory=dict, init=False)

    _new: dict[str, str] = attrs.field(factory=dict, init=False)
    _taken: set[str] = attrs.field(factory=set, init=False)

    @classmethod
    def of(cls, book: Book, mapping: WorkbookMapping) -> "KnownRows":
        """Return the rows that a mapping names.

        Raises:
            CellProblem: The folder has no such plan or set of figures.
        """
        files = {(row.cls.__name__, row.value["id"]): path for path, row in book.documents.items()}
        wanted = [("Strategy", mapping.plan, "plan")]
        if mapping.figures is not None:
            wanted.append(("ObservationSet", mapping.figures, "set of figures"))
        for kind, id_, words in wanted:
            if (kind, id_) not in files:
                message = f"the folder has no {words} '{id_}', which the mapping names"
                raise CellProblem(message, "Correct the mapping, or begin it: `sendframe new`.")
        area = book.documents["portfolio.json"].value["area"]["code"]
        figures = files.get(("ObservationSet", mapping.figures or ""))
        known = cls(book, files["Strategy", mapping.plan], figures, area)
        known._taken.update(row.key for _, row in book.all_rows())
        for row in book.rows["Measures"]:
            if row.file == known.plan_file:
                known._measures[words_of(row.value).casefold()].append(row)
        for row in book.rows["Measure milestones"]:
            place = (row.owner.key if row.owner else "", canonical(row.value["due"]))
            known._dated.setdefault(place, row.key)
        for row in book.rows["Figures"]:
            if row.value["area"] == area and not row.value.get("dimensions"):
                place = (row.value["indicator"], canonical(row.value["period"]))
                known._dated.setdefault(place, row.key)
        return known

    def _measure(self, words: str) -> Row | None:
        rows = self._measures[" ".join(words.split()).casefold()]
        return rows[0] if len(rows) == 1 else None

    def key(self, words: str) -> str:
        """Return the id of a measure; a new one, made from its words, where it is not there yet."""
        row = self._measure(words)
        if row is not None:
            return row.key
        folded = " ".join(words.split()).casefold()
        if folded not in self._new:
            self._new[folded] = made_id(words, self._taken)
        return self._new[folded]

    def statement(self, words: str) -> str:
        """Return the words of a measure as the documents have them; as given where it is new."""
        row = self._measure(words)
        return str(row.value["statement"]["default"]) if row else words

    def milestone(self, measure: str, due: When) -> str | None:
        """Return the key of the milestone of a measure at a date; None where there is none."""
        row = self._measure(measure)
        if row is None:
            return None
        return self._dated.get((row.key, _text(due)))

    def indicator(self, measure: str) -> str | None:
        """Return the id of the only indicator of a measure; None where it has none, or several."""
        row = self._measure(measure)
        ids: list[str] = row.value.get("indicators", []) if row else []
        return ids[0] if len(ids) == 1 else None

    def figure(self, indicator: str, period: Period) -> str | None:
        """Return the key of the figure of the area for a period; None where there is none."""
        try:
            id_ = self.book.names.read(("indicator",), indicator)
        except CellProblem:  # it is reported where the cell is read
            return None
        return self._dated.get((id_, _text(period)))


def _text(value: object) -> bytes:
    """Return a date as JSON that is the same for the same date."""
    return canonical(converter().unstructure(value))
