"""Which findings are shown: the codes and families named by ``--select`` and ``--ignore``."""

from collections.abc import Collection, Iterable

import attrs
import click

from sendframe.errors import RETIRED_CODES

from ._escape import visible

__all__ = ["Selection", "selection_of"]

_FAMILY = 4  # SFR and the first digit


@attrs.frozen
class _Matcher:
    """Codes, and beginnings of codes, in capital letters."""

    exact: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def matches(self, code: str) -> bool:
        return code.upper() in self.exact or code.upper().startswith(self.beginnings)


@attrs.frozen
class Selection:
    """Which findings are shown.

    Attributes:
        select: Codes that are shown; None for every code.
        ignore: Codes that are not, whatever *select* says.
    """

    select: _Matcher | None = None
    ignore: _Matcher = _Matcher()

    def takes(self, code: str) -> bool:
        """Say whether findings of a code are shown."""
        selected = self.select is None or self.select.matches(code)
        return selected and not self.ignore.matches(code)


def selection_of(
    select: Collection[str],
    ignore: Collection[str],
    codes: Collection[str],
    *,
    roots: Iterable[str] = (),
    hint: str = "",
) -> Selection:
    """Return the selection that two options ask for.

    Args:
        select: Words of ``--select``: a code, or how the codes of a family begin. Small letters
            will do.
        ignore: Words of ``--ignore``, of the same form.
        codes: The codes that there are.
        roots: How codes begin that there may be as well, of plug-ins that are not in use.
        hint: A sentence for who names a code that is not among them.

    Raises:
        click.BadParameter: No code is such a word, or begins with it.
    """
    known = {code.upper() for code in codes}
    unused = tuple(root.upper() for root in roots)

    def matcher(option: str, words: Collection[str]) -> _Matcher:
        exact, beginnings = set(), []
        for word in words:
            wanted = word.upper()
            if wanted in known:
                exact.add(wanted)
            elif any(start.startswith(wanted) for start in (*known, *unused)) or (
                unused and wanted.startswith(unused)
            ):
                beginnings.append(wanted)
            else:
                raise click.BadParameter(_unknown(word, codes, hint), param_hint=f"'{option}'")
        return _Matcher(frozenset(exact), tuple(beginnings))

    return Selection(matcher("--select", select) if select else None, matcher("--ignore", ignore))


def _unknown(word: str, codes: Collection[str], hint: str) -> str:
    from difflib import get_close_matches  # only for a wrong word

    replacement = RETIRED_CODES.get(word.upper())
    if replacement is not None:
        return f"the code {word.upper()} is no longer used; it is now {replacement}"
    families = sorted({code[:_FAMILY] for code in codes if code.startswith("SFR")})
    known = {code.upper(): code for code in (*sorted(codes), *families)}
    near = [known[name] for name in get_close_matches(word.upper(), known, n=3)]
    hint_text = f"Near ones: {', '.join(near)}." if near else f"Families: {', '.join(families)}."
    return f"no code is, or begins with, '{visible(word)}'. {hint_text} {hint}".rstrip()
