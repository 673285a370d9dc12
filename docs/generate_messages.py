"""Write the template of catalogues anew: `python docs/generate_messages.py`.

It lists every message of reports: those of sendframe, of its templates and profiles, and of the
plug-ins for PDF and Word. It has no line numbers and no day, so that it changes with the messages
alone.
"""
# ruff: noqa: INP001  # a script

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import attrs
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

import sendframe.model
from sendframe.model import DOCUMENT_KINDS, Value

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "src" / "sendframe_data" / "locale" / "sendframe.pot"
SOURCES = (
    ("python", "src/sendframe", "*.py"),
    ("jinja2", "src/sendframe/builtin/templates", "*.j2"),
    ("profile", "src/sendframe_data/profiles", "*.json"),
    ("python", "plugins/sendframe-docx/src", "*.py"),
    ("python", "plugins/sendframe-pdf/src", "*.py"),
)
STATUSES = ("final", "management-information", "provisional", "revised")
"""Codes for the status of figures, which releases and tables may add to."""

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)

Found = tuple[int, str | None, str | tuple[str, ...], list[str]]


def template() -> bytes:
    """Return the template, with the messages in the order of the files that have them first."""
    catalogue = Catalog(
        project="sendframe",
        copyright_holder="The sendframe project",
        msgid_bugs_address="",
        creation_date=_LONG_AGO,
        fuzzy=False,
        header_comment="# Messages of the reports of sendframe.",
    )
    for method, folder, pattern in SOURCES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            place = path.relative_to(ROOT).as_posix()
            for _, context, message, comments in _messages(method, path):
                catalogue.add(message, None, [(place, 1)], auto_comments=comments, context=context)
    for words in sorted(_words_of_codes()):
        catalogue.add(words, None, [("src/sendframe/model", 1)])
    text = BytesIO()
    write_po(text, catalogue, width=100, include_lineno=False)
    return text.getvalue()


def _messages(method: str, path: Path) -> Iterator[Found]:
    if method == "profile":
        profile = json.loads(path.read_text(encoding="utf-8"))
        yield from ((1, None, words, []) for words in _words_of(profile))
        return
    text = path.read_bytes()
    if any(word in text for word in (b"gettext", b"N_(", b"_(")):
        for line, message, comments, context in extract(method, BytesIO(text), KEYWORDS):
            yield line, context, message, comments


def _words_of_codes() -> set[str]:
    """Return the words of the codes that documents choose from, such as "not stated"."""
    codes = {*DOCUMENT_KINDS, *STATUSES}
    for cls in (getattr(sendframe.model, name) for name in sendframe.model.__all__):
        if isinstance(cls, type) and issubclass(cls, Value) and attrs.has(cls):
            for field in attrs.fields(cls):
                codes.update(_codes_of(field.type))
    words = {code.replace("_", " ").replace("-", " ") for code in codes}
    return {*words, "self-evaluation"}


def _codes_of(hint: Any) -> Iterator[str]:
    """Yield the codes in a type of which more than one can be chosen."""
    values = get_args(hint)
    if get_origin(hint) is Literal:
        yield from (value for value in values if isinstance(value, str) and len(values) > 1)
    else:
        for part in values:
            yield from _codes_of(part)


def _words_of(profile: dict[str, Any]) -> Iterator[str]:
    """Yield what a profile prints: titles, introductions and single words."""
    yield from (profile[name]["default"] for name in ("title", "handling_mark") if name in profile)
    yield from (profile["reader"],) if "reader" in profile else ()
    yield from profile.get("words", {}).values()
    for section in profile["sections"]:
        yield section["title"]["default"]
        if "introduction" in section:
            yield section["introduction"]["default"]


def main() -> None:
    """Write the template if it differs."""
    data = template()
    if not TEMPLATE.exists() or TEMPLATE.read_bytes() != data:
        TEMPLATE.parent.mkdir(exist_ok=True)
        TEMPLATE.write_bytes(data)
        sys.stdout.write(f"wrote {TEMPLATE.name}\n")


if __name__ == "__main__":
    main()
