"""Select diagnostics by the codes and families of ``--select`` and ``--ignore``."""

from collections.abc import Collection, Iterable

import attrs
import click

from sendframe.errors import RETIRED_CODES

from ._escape import visible

__all__ = ["Selection", "selection_of"]

_FAMILY = 4  # SFR and the first digit


@attrs.frozen
class _Matcher:
    """Matches codes and prefixes of codes, ignoring case."""

    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()

    def matches(self, code: str) -> bool:
        return code.upper() in self.exact or code.upper().startswith(self.prefixes)


@attrs.frozen
class Selection:
    """Which diagnostics are printed.

    Attributes:
        select: Codes that are printed; None for every code.
        ignore: Codes that are not printed, even if *select* matches them.
    """

    select: _Matcher | None = None
    ignore: _Matcher = _Matcher()

    def includes(self, code: str) -> bool:
        """Return whether diagnostics of a code are printed."""
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
    """Return the selection of the two options.

    Args:
        select: Words of ``--select``: codes, or prefixes of codes, in any case.
        ignore: Words of ``--ignore``, of the same form.
        codes: The known codes.
        roots: Prefixes of codes of plug-ins that are not in use.
        hint: A sentence that is added to the error for an unknown code.

    Raises:
        click.BadParameter: No code equals a word or begins with it.
    """
    known = {code.upper() for code in codes}
    unused = tuple(root.upper() for root in roots)

    def matcher(option: str, words: Collection[str]) -> _Matcher:
        exact, prefixes = set(), []
        for word in words:
            wanted = word.upper()
            if wanted in known:
                exact.add(wanted)
            elif any(start.startswith(wanted) for start in (*known, *unused)) or (
                unused and wanted.startswith(unused)
            ):
                prefixes.append(wanted)
            else:
                raise click.BadParameter(_unknown(word, codes, hint), param_hint=f"'{option}'")
        return _Matcher(frozenset(exact), tuple(prefixes))

    return Selection(matcher("--select", select) if select else None, matcher("--ignore", ignore))


def _unknown(word: str, codes: Collection[str], hint: str) -> str:
    from difflib import get_close_matches  # only for a wrong word

    replacement = RETIRED_CODES.get(word.upper())
    if replacement is not None:
        return f"the code {word.upper()} is no longer used; it is now {replacement}"
    families = sorted({code[:_FAMILY] for code in codes if code.startswith("SFR")})
    known = {code.upper(): code for code in (*sorted(codes), *families)}
    near = [known[name] for name in get_close_matches(word.upper(), known, n=3)]
    hint_text = (
        f"Similar codes: {', '.join(near)}." if near else f"Families: {', '.join(families)}."
    )
    return f"no code is, or begins with, '{visible(word)}'. {hint_text} {hint}".rstrip()
