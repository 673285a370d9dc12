"""``start_documents`` writes short, valid documents about a real area, and keeps what is there."""

import json
from pathlib import Path

import attrs
import pytest

from sendframe.api import START_KINDS, comparators, load, start_documents, validate
from sendframe.documents import area_register
from sendframe.errors import CannotWrite, InvalidDocument, UnknownArea, UnknownName
from sendframe.model import Portfolio, SelfEvaluation, Strategy, document_class

MANIFEST = "portfolio.json"


def names(paths: tuple[Path, ...]) -> list[str]:
    """Return the names of files, but those of an editor."""
    return [path.name for path in paths if path.name != "settings.json"]


def test_each_kind_begins_valid_and_short(tmp_path: Path) -> None:
    """Every kind together is valid; a document has 6 to 12 lines beside the delivery scale."""
    kinds = (*START_KINDS, "improvement-plan")
    made = start_documents(tmp_path, kinds, area="884")
    assert names(made.written) == [*sorted(f"{kind}.json" for kind in kinds), MANIFEST]
    assert made.kept == ()
    assert repr(made) == "<NewDocuments written=13 kept=0>"
    assert validate(tmp_path) == ()
    for kind in kinds:
        text = (tmp_path / f"{kind}.json").read_text("utf-8")
        raw = json.loads(text)
        scale = 9 if kind == "action-register" else 0
        assert 6 <= text.count("\n") - scale <= 12, kind
        cls = document_class(kind if kind in START_KINDS else "strategy")
        required = {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}
        empty = {key for key, value in raw.items() if value == []}
        assert set(raw) - empty - required <= {"$schema", "area", "delivery_scale"}
    assert [plan.kind for plan in load(tmp_path, Portfolio).of(Strategy)] == [
        "strategy",
        "improvement-plan",
    ]


def test_the_area_is_that_of_the_register(tmp_path: Path) -> None:
    """Names, numbers, region, country and comparators come from the register; a former code will do."""
    start_documents(tmp_path, area="E10000027")  # Somerset, until 2023
    manifest = load(tmp_path, Portfolio).manifest
    area = manifest.area
    assert (area.code, area.dfe_code, area.name) == ("E06000066", "933", "Somerset")
    assert (area.region, area.country) == ("E12000009", "E92000001")
    assert manifest.comparator_sets == comparators("933")
    assert manifest.documents == ()
    assert not area.fictional


def test_every_local_authority_of_today_has_an_area_to_begin_with() -> None:
    """Each that was not abolished has England and its statistical neighbours."""
    for area in area_register().areas:
        if area.kind == "local-authority" and area.valid_to is None:
            kinds = {set_.kind for set_ in comparators(area.code)}
            assert {"england", "statistical-neighbours"} <= kinds, area.name


def test_a_second_run_adds_a_line_and_keeps_everything_else(tmp_path: Path) -> None:
    """The manifest is otherwise the same to the byte, and no other file is touched."""
    start_documents(tmp_path, ["evidence"], area="884")
    mine = tmp_path / "evidence.json"
    mine.write_bytes(mine.read_bytes().replace(b"Evidence", b"What we know"))
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.json")}
    made = start_documents(tmp_path, ["evidence", "reform-plan", "evidence"], area="E06000019")
    assert names(made.written) == ["reform-plan.json", MANIFEST]
    assert names(made.kept) == ["evidence.json"]
    after = {path.name: path.read_bytes() for path in tmp_path.glob("*.json")}
    assert after["evidence.json"] == before["evidence.json"]
    # A list of one document was on one line, as a short list is.
    assert after[MANIFEST] == before[MANIFEST].replace(
        b'["evidence.json"]', b'["evidence.json", "reform-plan.json"]'
    )
    assert validate(tmp_path) == ()
    again = start_documents(tmp_path, ["evidence", "reform-plan"])
    assert (again.written, names(again.kept)) == ((), ["evidence.json", "reform-plan.json"])


@pytest.mark.parametrize("listed", ['"documents":[],', '"documents": [ ],', ""])
def test_any_layout_of_the_manifest_is_kept(tmp_path: Path, listed: str) -> None:
    """Tabs, CR LF, a byte order mark: only the list of documents is other than before."""
    start_documents(tmp_path, area="884")
    raw = json.loads((tmp_path / MANIFEST).read_bytes())
    raw.pop("documents", None)
    before, comparators_ = (
        json.dumps(raw, indent="\t").replace("\n", "\r\n").split('"comparator_sets"')
    )
    text = f'\ufeff{before}{listed}"comparator_sets"{comparators_}'
    (tmp_path / MANIFEST).write_bytes(text.encode())
    assert validate(tmp_path) == ()
    start_documents(tmp_path, ["glossary"])
    after = (tmp_path / MANIFEST).read_bytes().decode()
    assert after.startswith(f"\ufeff{before.rstrip()}")
    assert after.endswith(f'"comparator_sets"{comparators_}')
    assert after.replace("\r\n", "").count("\n") == 0
    assert load(tmp_path, Portfolio).manifest.documents == ("glossary.json",)


def test_a_longer_list_gets_a_line_of_its_own(tmp_path: Path) -> None:
    """A list with a document on each line stays one."""
    start_documents(tmp_path, START_KINDS, area="884")
    before = (tmp_path / MANIFEST).read_text("utf-8")
    start_documents(tmp_path, ["reform-plan"])
    after = (tmp_path / MANIFEST).read_text("utf-8")
    line = '    "glossary.json"\n'
    assert after == before.replace(line, '    "glossary.json",\n    "reform-plan.json"\n')


def test_a_self_evaluation_brings_criteria(tmp_path: Path) -> None:
    """It answers the sets that are there; where there is none, one is begun."""
    made = start_documents(tmp_path, ["self-evaluation"], area="884")
    assert names(made.written) == ["criteria-set.json", "self-evaluation.json", MANIFEST]
    (answered,) = load(tmp_path, Portfolio).of(SelfEvaluation)
    assert answered.criteria_sets == ("criteria-set",)
    (tmp_path / "self-evaluation.json").rename(tmp_path / "spring.json")
    manifest = tmp_path / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b"self-evaluation.json", b"spring.json"))
    made = start_documents(tmp_path, ["self-evaluation", "action-register"])
    assert names(made.written) == ["action-register.json", "self-evaluation.json", MANIFEST]
    editions = [edition.id for edition in load(tmp_path, Portfolio).of(SelfEvaluation)]
    assert editions == ["self-evaluation", "self-evaluation-2"]


def test_a_second_register_of_actions_uses_the_scale_of_the_first(tmp_path: Path) -> None:
    """Values of scales belong to the whole portfolio, so that they are defined once."""
    start_documents(tmp_path, ["action-register"], area="884")
    (tmp_path / "action-register.json").rename(tmp_path / "actions.json")
    manifest = tmp_path / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b"action-register.json", b"actions.json"))
    start_documents(tmp_path, ["action-register"])
    assert "delivery_scale" not in json.loads((tmp_path / "action-register.json").read_bytes())
    assert validate(tmp_path) == ()


@pytest.mark.parametrize(
    ("area", "reason"),
    [
        (None, "it needs an area"),
        ("E10000006", "Cumbria was abolished on 2023-03-31 and went into Cumberland"),
        ("E12000005", "West Midlands is no local authority but a region"),
    ],
)
def test_an_area_is_a_local_authority_of_today(
    tmp_path: Path, area: str | None, reason: str
) -> None:
    """No area, one that was abolished and a region are refused, and nothing is written."""
    with pytest.raises(CannotWrite, match=reason):
        start_documents(tmp_path / "new", ["evidence"], area=area)
    assert not (tmp_path / "new").exists()


def test_what_does_not_fit_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """Unknown kinds and areas, another area, and an invalid portfolio leave the folder as it is."""
    with pytest.raises(UnknownName, match="'evidense'"):
        start_documents(tmp_path, ["glossary", "evidense"], area="884")
    with pytest.raises(UnknownArea, match="did you mean"):
        start_documents(tmp_path, ["glossary"], area="Herefordshire")
    assert list(tmp_path.iterdir()) == []
    start_documents(tmp_path, area="884")
    before = (tmp_path / MANIFEST).read_bytes()
    with pytest.raises(CannotWrite, match=r"it is about Herefordshire, County of \(E06000019\)"):
        start_documents(tmp_path, ["glossary"], area="330")
    (tmp_path / MANIFEST).write_bytes(before.replace(b'"title"', b'"titel"', 1))
    with pytest.raises(InvalidDocument):
        start_documents(tmp_path, ["glossary"])
    assert [path.name for path in tmp_path.glob("*.json")] == [MANIFEST]
