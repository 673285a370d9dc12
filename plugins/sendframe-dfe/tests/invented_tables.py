"""Rows of tables with invented figures, as publishers lay them out, and what a reader makes of them."""

from reading import read_text

from sendframe.plugins import (
    FrozenMap,
    Import,
    MappedFigure,
    MappedFile,
    MappedFilter,
    Quantity,
    Release,
    ReleaseMapping,
    SymbolMeaning,
    Text,
)

HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name"
)
COLUMNS = "phase,share,top,bottom"
ENGLAND = "National,E92000001,England,,,,,"
MAPPING = ReleaseMapping(
    id="mine",
    title=Text(default="A table"),
    release=Release(id="a-table", title="A table", publisher="A publisher"),
    symbols=FrozenMap({"c": SymbolMeaning(kind="suppressed", meaning="suppressed")}),
    files=(
        MappedFile(
            title="Shares",
            recognised_by=("share", "bottom"),
            filters=(MappedFilter(column=("phase",), whole=("Total",), dimension="phase"),),
            figures=(
                MappedFigure(
                    indicator="share",
                    value=Quantity(column=("share",)),
                    numerator=Quantity(column=("top",)),
                    denominator=Quantity(column=("bottom",)),
                    factor=100,
                ),
            ),
        ),
    ),
)


def shares(*rows: str, head: str = HEAD, columns: str = COLUMNS) -> Import:
    """Return what the reader of any table makes of rows."""
    text = "\n".join([f"{head},{columns}", *rows, ""])
    return read_text("dfe.table", text, mapping=MAPPING)


def local(area: str, figures: str = "Total,60,6,10", when: str = "202425,Academic year") -> str:
    """Return a row of a local authority: DfE code, GSS code and name, and its figures."""
    return f"{when},Local authority,E92000001,England,E12000005,West Midlands,{area},{figures}"


def table_of(figures: str, when: str = "202425,Academic year") -> str:
    """Return a row of England."""
    return f"{when},{ENGLAND},{figures}"


def left_out(made: Import) -> list[str]:
    """Return why rows were left out."""
    assert made.account.is_complete
    return [group.reason for group in made.account.left_out]


def problems(made: Import, severity: str = "error") -> list[str]:
    """Return the messages of a severity."""
    return [problem.message for problem in made.diagnostics if problem.severity == severity]


HEREFORD = '884,E06000019,"Herefordshire, County of"'
