"""Evaluates an area with each hostile plug-in beside a good one, and prints what came out.

Run as a program of its own, so that hash seed and order of discovery can be chosen:
``python hostile_worker.py FOLDER SEED AREA``, where the area is ``small``, or ``wyeford`` with one
of every document and field, which takes ten times as long.
"""

import hashlib
import json
import random
import sys
from pathlib import Path
from typing import Any

import attrs

from sendframe import api, load
from sendframe.api import _evaluation, _report
from sendframe.disclosure import DisclosedEvaluation
from sendframe.documents import dump
from sendframe.evaluation import PluginIsolation
from sendframe.model import EMPTY, Evaluation, Portfolio, ProfileSection, RuleChoice, Text
from sendframe.plugins import Catalogue, ReportModel, Section, Table, _discovery
from sendframe.reports import build
from sendframe.testing import small_portfolio

WYEFORD = Path(__file__).parents[2] / "examples" / "wyeford"
OWN = {"evil", "sendframe-evil"}
LEFT_OUT = {"evil.one", "not-scored"}


def portfolio(area: str) -> Portfolio:
    """Return the portfolio of an area, with the good and the hostile plug-in allowed."""
    own = load(WYEFORD) if area == "wyeford" else small_portfolio()
    rule = RuleChoice(indicator=next(iter(own.indicators())), rule="kent.seen")
    manifest = own.manifest.changed(
        plugins=("kent", "evil", "html", "sendframe-evil"), rules=(*own.manifest.rules, rule)
    )
    return attrs.evolve(own, manifest=manifest)


def of_others(evaluation: Evaluation) -> Evaluation:
    """Return an evaluation without what the hostile plug-in made, and without failures."""
    return evaluation.changed(
        failures=(),
        makers=tuple(each for each in evaluation.makers if each.name not in OWN),
        notices=tuple(each for each in evaluation.notices if "evil" not in each.made_by),
        missing=(),
    )


def report_models(
    disclosed: DisclosedEvaluation, catalogue: Catalogue, fence: PluginIsolation
) -> list[ReportModel]:
    """Return the reports with a section of each plug-in, and without what the hostile one left.

    The section of the hostile plug-in itself, and the list of failures, are taken out.
    """
    kinds = [id_ for id_ in ("evil.one", "kent.plans") if id_ in catalogue.sections]
    added = tuple(ProfileSection(id=kind, kind=kind, title=Text(default=kind)) for kind in kinds)
    models = []
    for name in ("board", "sef-update"):
        profile = catalogue.profiles[name].record
        profile = profile.changed(sections=(*profile.sections, *added))
        model = build(disclosed, profile, catalogue.sections, isolation=fence, beside=("board",))
        kept = tuple(without_makers(each) for each in model.sections if each.id not in LEFT_OUT)
        makers = tuple(each for each in model.makers if each.name not in OWN)
        models.append(attrs.evolve(model, sections=kept, makers=makers))
    return models


def without_makers(section: Section) -> Section:
    """Return a section without the row of the hostile plug-in in its tables."""
    blocks = tuple(
        attrs.evolve(block, rows=tuple(row for row in block.rows if row[0].text not in OWN))
        if isinstance(block, Table)
        else block
        for block in section.blocks
    )
    return attrs.evolve(section, blocks=blocks)


def outcome(area: Portfolio, paths: list[str]) -> dict[str, Any]:
    """Return digests of what all but the hostile plug-in made, and what failed."""
    catalogue = Catalogue.discover(paths).allowing(area.manifest.plugins)
    evaluation = api.evaluate(area, catalogue=catalogue)
    figures = api.figures_for(area)
    disclosed = api.disclosed_evaluation(area, figures, catalogue=catalogue)
    disclosed = attrs.evolve(disclosed, evaluation=of_others(disclosed.evaluation))
    fence, files = PluginIsolation(), dict[str, bytes]()
    for model in report_models(disclosed, catalogue, fence):
        names = list(catalogue.renderers)
        files |= _report.rendered(model, names, catalogue, EMPTY, fence)
    failures = (
        *_report.failures_of(evaluation),
        *catalogue.renderer_failures,
        *catalogue.section_failures,
        *fence.failures,
    )
    digest = hashlib.sha256(dump(of_others(evaluation)))
    for name, data in sorted(files.items()):
        digest.update(name.encode() + data)
    return {"digest": digest.hexdigest(), "files": sorted(files), "failures": [*map(str, failures)]}


def main(folder: Path, seed: int, name: str) -> None:
    """Print what came out with each hostile plug-in, and without any."""
    real, chance = _discovery.distributions, random.Random(seed)

    def shuffled(**given: Any) -> list[Any]:
        found = list(real(**given))
        chance.shuffle(found)
        return found

    _discovery.distributions = shuffled  # type: ignore[assignment]  # another order, the same ones
    # `outcome` allows the plug-ins once. To allow them for each evaluation gives an equal catalogue,
    # which collects all of them again.
    _evaluation.allowed_catalogue = lambda _, given: given  # type: ignore[assignment]  # put in place of it
    home, good = _discovery._own_folder(), str(folder / "good")
    sys.path.append(good)
    area = portfolio(name)
    found = {"": outcome(area, [home, good])}
    for place in sorted(each for each in folder.iterdir() if each.name != "good"):
        sys.path.append(str(place))
        found[place.name] = outcome(area, [home, good, str(place)])
        sys.path.remove(str(place))
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
