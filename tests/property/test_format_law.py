"""The law of formats: whatever a finding holds, each format is well formed and loses nothing."""

import json
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import attrs
import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from sendframe.cli import _code_count, _concise, _github, _gitlab, _json, _sarif, _text
from sendframe.cli._diagnostic_list import DiagnosticList
from sendframe.cli._escape import visible
from sendframe.errors import Diagnostic, Location, Related
from tests.property.workflow_command import parse

DATA = Path(__file__).parents[1] / "data"
SEVERITIES = ("error", "warning", "note")
NASTY = (
    "\n", "\r\n", "\x1b[31m", "\x9b", "\u202e", "\u2066", "\u2028", "\x85", "\ufeff", "\u200b",
    "\udc80", "\ud83d", "\U0001f469\u200d\U0001f4bb", "%0A", "%25", "::", "::error::x", ",", "=", ":",
    "{0}", "}}", "[a](b)", "[a\\](b)", "\\", '"', "'", "`", "<b>", "&", "#", "?", " ", "\t", "\0",
    "../", "C:/", "//", "é", "日本", "مرحبا", "\ue000", "\ufffe", "No problems found.\n",
)  # fmt: skip

words = st.lists(st.sampled_from(NASTY) | st.text(st.characters(), max_size=5), max_size=5).map(
    "".join
)
codes = st.integers(0, 999).map("SFR{:03}".format) | st.builds(
    "{}.{}".format,
    st.text("abxyz", min_size=2, max_size=5),
    st.text("abz-", min_size=1, max_size=5),
)
numbers = st.none() | st.integers(1, 10**6)
places = st.builds(
    Location,
    file=st.none() | words.filter(lambda file: file and not file.startswith("./")),  # as_posix
    pointer=st.lists(words, max_size=3).map(
        lambda found: "".join("/" + e.replace("~", "~0").replace("/", "~1") for e in found)
    ),
    line=numbers,
    column=numbers,
)
diagnostics = st.builds(
    Diagnostic,
    code=codes,
    message=words,
    location=places,
    severity=st.sampled_from(SEVERITIES),
    help=words,
    suggestion=st.none() | words,
    related=st.lists(st.builds(Related, places, words), max_size=2).map(tuple),
    source=words,
    about=st.none() | words,
    facts=st.lists(words, max_size=2).map(tuple),
)
findings = st.lists(diagnostics, max_size=4).map(lambda found: DiagnosticList(tuple(found)))

RENDERERS = {
    "text": _text.render,
    "concise": _concise.render,
    "json": _json.render,
    "github": _github.render,
    "sarif": _sarif.render,
    "gitlab": _gitlab.render,
    "statistics": _code_count.render,
    "statistics as JSON": _code_count.render_json,
}


def steers(sign: str) -> bool:
    """Say whether a character moves, turns or ends what is around it; or is no character."""
    turns = unicodedata.bidirectional(sign) in {
        *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    }
    return (
        turns
        or unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}
        or sign in "\u200e\u200f\u061c\u200b\ufeff"
    )


def whole(text: str | None) -> str | None:
    """Return a text as JSON holds it: half a surrogate pair is written out."""
    return text and re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


@cache
def validator(path: str) -> Any:
    """Return the validator of a published format."""
    schema = json.loads((DATA / path).read_text(encoding="utf-8"))
    cls = jsonschema.validators.validator_for(schema)
    cls.check_schema(schema)
    return cls(schema)


@given(found=findings)
def test_nothing_in_a_finding_steers_what_reads_it(found: DiagnosticList) -> None:
    """Each format is UTF-8 on whole lines, holds nothing that steers, and is the same again."""
    for name, render in RENDERERS.items():
        text = render(found)
        may_be_empty = name == "github" and not found.diagnostics
        assert text.encode("utf-8").endswith(b"\n") or may_be_empty, name
        assert not [sign for sign in set(text) if steers(sign) and sign != "\n"], name
        assert render(found) == text, name


@given(found=findings)
def test_text_begins_each_finding_with_its_place_and_code(found: DiagnosticList) -> None:
    """The first line of each finding is made of nothing but its own place, code and message."""
    lines = iter(_text.render(found).splitlines())
    for each in found.diagnostics:
        first = f"{each.location}: {each.severity} {each.code}: {each.message}"
        assert visible(first) in lines
    assert [*lines][-1] + "\n" == found.summary


@given(found=findings)
def test_concise_is_one_line_a_finding(found: DiagnosticList) -> None:
    """Place, severity, code and message, and a line that counts them."""
    *lines, last = _concise.render(found).split("\n")[:-1]
    assert lines == [
        visible(f"{each.location}: {each.severity} {each.code} {each.message}")
        for each in found.diagnostics
    ]
    assert last + "\n" == found.summary


@given(found=findings)
def test_json_holds_every_part(found: DiagnosticList) -> None:
    """What is read back equals the findings, but for halves of surrogate pairs."""

    def place(location: Location) -> dict[str, Any]:
        return {
            "file": whole(location.file),
            "pointer": whole(location.pointer),
            "line": location.line,
            "column": location.column,
            "sheet": location.sheet,
            "cell": location.cell,
            "path": whole(location.path),
        }

    assert json.loads(_json.render(found)) == [
        {
            "code": each.code,
            "message": whole(each.message),
            "location": place(each.location),
            "severity": each.severity,
            "help": whole(each.help),
            "suggestion": whole(each.suggestion),
            "related": [
                {"location": place(other.location), "message": whole(other.message)}
                for other in each.related
            ],
            "source": whole(each.source),
            "about": whole(each.about),
            "facts": [whole(fact) for fact in each.facts],
        }
        for each in found.diagnostics
    ]


@given(found=findings)
def test_workflow_commands_are_read_back(found: DiagnosticList) -> None:
    """A runner takes from each line the severity, file, line, column, code and whole message."""
    lines = _github.render(found).split("\n")[:-1]
    for each, line in zip(found.diagnostics, lines, strict=True):
        command = parse(line)
        where = each.location
        assert command is not None
        assert command.name == {"note": "notice"}.get(each.severity, each.severity)
        wanted = {
            "file": where.file and visible(where.file),
            "line": where.line and str(where.line),
            "col": where.line and where.column and str(where.column),
            "title": each.code,
        }
        assert command.properties == {key: value for key, value in wanted.items() if value}
        first, *rest = command.message.split("\n")
        assert first == visible(f"{where}: {each.code} {each.message}")
        told = [each.help, each.suggestion or "", *(other.message for other in each.related)]
        assert len(rest) == bool(where.pointer) + bool(each.help) + bool(each.suggestion) + len(
            each.related
        )
        assert all(visible(words) in "\n".join(rest) for words in told)


_URI = re.compile(
    r"(?:file://)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2}|(?<=^file:///[A-Za-z]):)*"  # RFC 3986, no query
)


def file_of(artifact: dict[str, str]) -> bytes:
    """Return the path that an artifact location names."""
    uri = artifact["uri"]
    assert _URI.fullmatch(uri), uri
    if uri.startswith("file://"):
        assert "uriBaseId" not in artifact
        path = unquote_to_bytes(uri.removeprefix("file://"))
        return path[1:] if re.match(rb"/[A-Za-z]:/", path) else path
    assert artifact["uriBaseId"] == "%SRCROOT%"
    assert not uri.startswith("/")
    return unquote_to_bytes(uri)


def message_of(message: dict[str, str]) -> str:
    """Return a message as a viewer shows it: there are no placeholders and no links in it."""
    text = message["text"]
    assert text
    shown = re.sub(r"\{\{|\}\}", lambda pair: pair[0][0], text)
    assert not set(re.sub(r"\{\{|\}\}", "", text)) & set("{}")
    assert not re.search(r"\[(?:[^\\\[\]]|\\[\\\[\]])*\]\(", text)
    return shown


def bytes_of(file: str) -> bytes:
    """Return a path as the system has it."""
    return b"".join(
        bytes([ord(sign) - 0xDC00]) if "\udc80" <= sign <= "\udcff" else sign.encode("utf-8")
        for sign in file
    )


@given(found=findings)
def test_sarif_is_valid_and_names_every_place(found: DiagnosticList) -> None:
    """The log obeys the published schema; results have rule, level, message, file and line."""
    log = json.loads(_sarif.render(found))
    validator("sarif-2.1.0/sarif-schema-2.1.0.json").validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == sorted({each.code for each in found.diagnostics})
    for each, result in zip(found.diagnostics, run["results"], strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"] == each.code
        assert result["level"] == each.severity
        words = (whole(each.message) or each.code).replace("](", "] (")
        assert message_of(result["message"]).startswith(words)
        others = result.get("relatedLocations", [])
        assert [other["id"] for other in others] == [*range(1, len(each.related) + 1)]
        ends = [(each.location, [*result["locations"], {}][0])]
        ends += [(a.location, b) for a, b in zip(each.related, others, strict=True)]
        for where, told in ends:
            physical = told.get("physicalLocation")
            assert (physical is None) == (where.file is None)
            if physical is not None and not re.search(
                "[\ud800-\udc7f\udd00-\udfff]", where.file or ""
            ):
                assert file_of(physical["artifactLocation"]) == bytes_of(where.file or "")
            if physical is not None:
                region = physical.get("region", {})
                assert region.get("startLine") == where.line
                assert region.get("startColumn") == (where.line and where.column)
            names = [one["fullyQualifiedName"] for one in told.get("logicalLocations", [])]
            assert names == [whole(where.pointer)] * bool(where.pointer)
    prints = [each["partialFingerprints"]["sendframeFinding/v1"] for each in run["results"]]
    assert len(set(prints)) == len(prints)


@given(found=findings)
def test_a_code_quality_report_is_valid_and_names_every_place(found: DiagnosticList) -> None:
    """The report obeys the documented format, and no two findings have one fingerprint."""
    report = json.loads(_gitlab.render(found))
    validator("gitlab-code-quality/code-quality.schema.json").validate(report)
    for each, told in zip(found.diagnostics, report, strict=True):
        assert told["check_name"] == each.code
        assert told["description"].startswith(whole(each.message) or each.code)
        assert told["location"]["path"] == whole(each.location.file or "<document>")
        assert told["location"]["lines"]["begin"] == (each.location.line or 1)
    assert len({each["fingerprint"] for each in report}) == len(report)


@given(found=findings, down=st.integers(1, 50))
def test_fingerprints_stay_when_lines_move(found: DiagnosticList, down: int) -> None:
    """A line above the findings more or less, or another column, changes no fingerprint."""

    def moved(each: Diagnostic) -> Diagnostic:
        line = None if each.location.line is None else each.location.line + down
        return attrs.evolve(each, location=attrs.evolve(each.location, line=line, column=down))

    later = DiagnosticList(tuple(moved(each) for each in found.diagnostics))
    before, after = (json.loads(_gitlab.render(each)) for each in (found, later))
    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]


@given(found=findings)
def test_statistics_count_every_finding(found: DiagnosticList) -> None:
    """Each code with how often it was found, the most frequent first, then by code."""
    told = json.loads(_code_count.render_json(found))
    counts = Counter(each.code for each in found.diagnostics)
    assert {each["code"]: each["count"] for each in told} == counts
    order = [(-each["count"], each["code"]) for each in told]
    assert order == sorted(order)
    *lines, last = _code_count.render(found).splitlines()
    assert [line.split()[:2] for line in lines] == [[str(e["count"]), e["code"]] for e in told]
    assert last + "\n" == found.summary
