"""The author's room: everything a plug-in needs, and nothing else has to be imported.

A plug-in is a distribution whose metadata declares, for each hook it implements, an entry point
in that hook's group. See `docs/tutorial/first-plugin.md` and the specifications in `HookSpecs`.

Each name is imported when it is first asked for, so that listing plug-ins needs none of it.
`__init__.pyi` tells type checkers the same names.
"""

from importlib import import_module

_HOMES = {
    "sendframe.checks": "Check CheckContext",
    "sendframe.documents": "area_register load_document neighbour_list",
    "sendframe.errors": "Diagnostic Location PluginFailure Related SendframeError",
    "sendframe.evaluation": "METHODS Provided",
    "sendframe.model": "Action ActionRegister AreaFigure AreaRegister Baseline ComparatorSet Comparison Coded CodedBuilder CriteriaSet Criterion Day Direction Evidence EvidenceProfile EvidenceRegister Example Extension FrozenMap Indicator IndicatorResult IndicatorSet InspectionOutcome Integers Json MappedFigure MappedFile MappedFilter Measure NeighbourList NoOptions NumberParser Numbers Observation ObservationSet Observations ObservedArea Origin Period Point Portfolio Priority Progress Quantity Refusal RegisteredArea Release ReleaseMapping Reply Review Score SelfEvaluation Source Strategy SubjectResult SymbolMeaning TargetPosition Text Tolerance Tone Value Voice chosen_options is_number_text parse_period value_class",
    "sendframe.plugins._catalogue": "Catalogue",
    "sendframe.plugins._discovery": "Installed installed",
    "sendframe.plugins._group": "DATA_GROUP GROUPS KINDS",
    "sendframe.plugins._hookspec": "HookSpecs hookimpl",
    "sendframe.plugins._library": "DataLibrary library",
    "sendframe.plugins._reader": "Account Import LeftOut Reader ReaderSource",
    "sendframe.plugins._renderer": "RenderedFile Renderer",
    "sendframe.plugins._settings": "SWITCH Settings settings settings_file",
    "sendframe.reports": "Block Bullets Callout Cell Chart ChartPoint Dot DotChart Mark Paragraph ReferenceLine ReportModel Section Sentence Table TrendChart charts",
    "sendframe.scoring": "Aim Among Counts DerivedContext DerivedIndicator Heard Needs ScoringContext ScoringRule Start SubjectContext SubjectRule a_year_before counts_of scoring_context subject_context why_apart",
    "sendframe.statistics": "Assurance ControlLimits FIRM_POINTS FUNNEL_CONFIDENCE Interval amount assurance between_areas byar_interval distance_travelled expected_along funnel_limits has_bands is_overdispersed overdispersion quantile quartile_band quartiles rank rate_interval rounded special_causes wilson_interval xmr_limits",
}

_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME)  # noqa: PLE0605  # the stub lists them one by one


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
