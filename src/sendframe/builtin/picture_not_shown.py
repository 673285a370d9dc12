"""Picture that cannot be shown.

What it checks
    Every picture that a document names can be shown: an icon has the name of one that sendframe
    has, and a file is in the folder of the portfolio, is PNG or JPEG, and has at most 300,000 bytes
    and 4,000 pixels on a side.

    Whether a picture shows what its text says is not checked.

Why it matters
    A report prints the words without the picture, and the readers for whom it was named miss it.

Example:
    A reply with the icon `clok`, or with the file `pictures/bus.svg`.

How to put it right
    Choose one of the icons that the diagnostic names, or save the picture as PNG or JPEG inside the
    folder of the portfolio. SVG is refused because a file of it may hold a program.

Source
    The reports of sendframe: what a picture may be.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from sendframe.plugins import ICON_NAMES, Check, CheckContext, Diagnostic, Picture, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each picture that reports cannot show."""
    problems = {file.path: file.problem for file in context.portfolio.pictures}
    for owner, picture in context.portfolio.owned_pictures():
        if picture.file is None:
            if picture.icon not in ICON_NAMES:
                yield context.diagnostic(
                    _("no icon is called '{icon}'", icon=picture.icon),
                    at=picture,
                    about=owner.id,
                    help=_icon_help(picture),
                )
            continue
        problem = problems.get(picture.file, _("the portfolio does not have it"))
        if problem:
            yield context.diagnostic(
                _("the file of this picture cannot be shown: {problem}", problem=problem),
                at=picture,
                about=owner.id,
                help="Save it as PNG or JPEG inside the folder of the portfolio.",
            )


def _icon_help(picture: Picture) -> str:
    """Return the names nearest to that of an icon, or all where none is near."""
    near = get_close_matches(picture.icon or "", ICON_NAMES, n=3)
    return f"Near ones: {', '.join(near)}." if near else f"There are: {', '.join(ICON_NAMES)}."


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR216",
            "Picture that cannot be shown",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
