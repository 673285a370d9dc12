"""Documents that describe the columns of published files, so that no program is needed."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from ._constraint import LARGEST_INTEGER, Length, Range
from ._entity import Document
from ._frozen import FrozenMap
from ._measure import IndicatorId
from ._observation import Release, SymbolMeaning
from ._text import Code, Line
from ._value import Value, value_class

__all__ = ["MappedFigure", "MappedFile", "MappedFilter", "Quantity", "ReleaseMapping"]


@value_class
class Quantity(Value):
    """A number in a row. Names of columns are compared without regard to case.

    Attributes:
        column: Names the column has had; the one in the file counts.
        sum_of: Columns that are added where the file has none of these: one that was split, or a
            total that is not published. A symbol in one of them is the symbol of the sum.

    Document: ``release-mapping``.
    """

    column: tuple[Line, ...] = ()
    sum_of: tuple[Line, ...] = ()

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if not self.column and not self.sum_of:
            yield "", 'needs "column" or "sum_of"'


@value_class
class MappedFigure(Value):
    """A figure in each row.

    Attributes:
        indicator: The indicator.
        value: The figure as published.
        numerator: The numerator.
        denominator: The denominator.
        factor: Number that numerator divided by denominator is multiplied by; 100 for per cent.
            With both counts the figure is computed from them, unrounded, and compared with the
            published one.
        rate_from: What the figure is where the rate of the counts and the published figure differ
            by more than rounding: ``published`` for the published one, which then has a fault;
            ``counts`` for the rate of the counts, where notes of the publisher say that the counts
            are right. Each such row is reported. With ``counts`` the published figure is only
            compared, and there is no figure where a count is missing.
        dimensions: Dimensions of the columns, such as one kind of need.
        optional: Whether files of the release may lack its columns; otherwise that is reported.

    Document: ``release-mapping``.
    """

    indicator: IndicatorId
    value: Quantity | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    factor: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    rate_from: Literal["published", "counts"] = "published"
    dimensions: FrozenMap[Line] = FrozenMap()
    optional: bool = False

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if None not in (self.numerator, self.denominator, self.factor):
            return
        if self.rate_from == "counts":
            yield "/rate_from", 'needs "numerator", "denominator" and "factor"'
        elif self.value is None:
            yield "", 'needs "value", or "numerator", "denominator" and "factor"'


@value_class
class MappedFilter(Value):
    """A column with a dimension of each row.

    Attributes:
        column: Names the column has had; a file without it has totals only.
        whole: What stands there in a row about the whole, whatever the case of the letters;
            none where no row is, so that every part is read.
        topic: Column that names the dimension, where one column has labels of several.
        dimension: Name of the dimension, where the column is about one.

    Document: ``release-mapping``.
    """

    column: tuple[Line, ...]
    whole: tuple[Line, ...] = ()
    topic: Line | None = None
    dimension: Code | None = None

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if (self.topic is None) == (self.dimension is None):
            yield "", 'needs either "topic" or "dimension"'


@value_class
class MappedFile(Value):
    """One file of a release.

    Attributes:
        title: What it is about.
        recognised_by: Columns that no other file of the release has together.
        newest: The newest ``time_period`` in it; a file with a newer one is of a later release.
        period: ``published`` for the period that the row names; ``january`` for the January of an
            academic year, in which what is there is counted.
        filters: Columns with the dimensions of a row.
        figures: The figures of a row.

    Document: ``release-mapping``.
    """

    title: Line
    recognised_by: Annotated[tuple[Line, ...], Length(1)]
    newest: Line | None = None
    period: Literal["published", "january"] = "published"
    filters: tuple[MappedFilter, ...] = ()
    figures: Annotated[tuple[MappedFigure, ...], Length(1)]


@value_class
class ReleaseMapping(Document):
    """What the columns of one release hold, for files in the layout of explore education statistics.

    Attributes:
        release: The release.
        symbols: What the symbols of the release mean; the key is the symbol.
        status: Status of the figures: ``provisional``, ``revised``, ``final`` and so on.
        files: Its files.

    Document: ``release-mapping``.
    """

    kind_of_thing: ClassVar[str] = "release-mapping"

    release: Release
    symbols: FrozenMap[SymbolMeaning] = FrozenMap()
    status: Code = "final"
    files: Annotated[tuple[MappedFile, ...], Length(1)]
