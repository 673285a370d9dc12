"""The public package for authors of plug-ins: hooks, records, contexts, blocks and all models.

A plug-in is a distribution whose metadata declares, for each hook that it implements, an entry
point in the group of the hook. See `docs/tutorial/first-plugin.md` and the specifications in
`HookSpecs`. Formulas are in `sendframe.plugins.statistics`, and what builders of report sections
need is in `sendframe.plugins.sections`.

Names are imported when they are first used, so that listing plug-ins imports few modules.
`__init__.pyi` declares the same names for type checkers.
"""

from importlib import import_module

_PUBLIC = {
    "sendframe.checks": "Check CheckContext FaultyFigure PlainText PlainTextOptions WrittenIdentifier WrittenText quoted_ids sentences syllables words_in stale_facts",
    "sendframe.documents": "area_register load_document neighbour_list send_terms",
    "sendframe.errors": "Diagnostic Location Related SendframeError Severity",
    "sendframe.figures": "comparable_runs fault_by_code follows_of is_one_year_earlier power_of_ten slips_beside slips_in_series totals_to_date",
    "sendframe.identifiers": "Identifier child_columns identifiers_in masked names_in_story",
    "sendframe.language": "N_ direction gettext joined ngettext pgettext",
    "sendframe.model": "AcademicYear AcceptedException Action ActionRegister ActionUpdate AgendaItem Aim Approval AreaChange AreaFigure AreaForDevelopment AreaName AreaNeighbours AreaRegister AssuranceActivity Baseline BenchmarkPoint BenchmarkTarget Body Breakdown Budget CalendarEntry CalendarYear Challenge Change Closing CoProduction CodeList Coded CodedBuilder ColumnsInRelease Commitment ComparabilityBreak ComparatorSet Comparison Consent Consultation Contact Contributor CriteriaSet Criterion CriterionEntry DateInWords Day Decision DeliveryGroup DifferenceMade Direction Discrepancy Document DueChange Entitlement Evaluation Evidence EvidenceAnswer EvidenceProfile EvidenceRegister Example Extension ExtensionSchema Fact FailureNote FinancialYear Finding FindingMapping FindingVerdict FollowUp FormerCode FrozenMap Funding Glossary GlossaryTerm Governance ImpactAssessment Indicator IndicatorResult IndicatorSet Input InspectionOutcome Integers Json Judgement JudgementView LevelTarget LocalArea LocalOfferComment Maker Manifest MappedFigure MappedFile MappedFilter Measure MeasureActual MeasureMilestone Meeting Membership Milestone Money Monitored Month NamedBody Neighbour NeighbourList NoOptions Notice NumberParser Numbers Observation ObservationSet Observations ObservedArea Origin Outcome PartnerView Period PeriodValue Picture PictureFile Places PlanPeriod Point Portfolio Principle Priority Profile ProfileSection Progress Projection ProjectionValue Promise Publication Quantity Quarter RangeTarget RatingScale Rationale ReaderCheck Reading ReadingMark Refusal RegisteredArea RelatedPlace Relation Release ReleaseMapping Remedy Reply ReportingYear Responsible Review Risk RollingYear RuleChoice Sample ScaleMapping ScalePair ScaleSet ScaleValue Score SelfEvaluation SeriesLimits ShownCell ShownEdition ShownRecord SimplifiedFact Snapshot Source Stance Status StatutoryStandard Step Strategy SubjectResult SuccessCriterion SymbolMeaning TableColumn Tally Target TargetPosition Term TermToDate TermsOfReference Text ToldBack Tolerance Tone Value Variant Voice Week When WordsTarget WorkbookMapping Workstream YearToDate begun_by chosen_options day_name expired_on freeze is_number_text known_by month_name older_than over_by overdue_on parse_period period_text value_class",
    "sendframe.plugins._catalogue": "Catalogue",
    "sendframe.plugins._hookspec": "HookSpecs hookimpl",
    "sendframe.plugins._reader": "Account Import LeftOut Reader ReaderSource",
    "sendframe.plugins._renderer": "RenderedFile Renderer",
    "sendframe.reports": "Bar BarChart Block Bullets Callout Cell Chart ChartEvent ChartPoint Column ColumnChart ColumnSeries Columns Dot FigureCard ICON_NAMES ICON_SUBJECTS Icon Image Ladder LadderStep Link Mark Paragraph PathChart PathStop PeersChart Pictogram Pip Pips Question Questions ReferenceLine ReportModel Section SectionKind Sentence SeriesRole SmallChart Span Table Timeline TimelineRow TrendChart TypedFigure charts report_data",
    "sendframe.scoring": "BaselineFigure CountKind DerivedContext DerivedIndicator Needs PeerFigures RuleKind RuleTarget ScoringContext ScoringRule SubjectContext SubjectRule VoiceSummary usable_counts",
    "sendframe.statistics": "amount difference",
}

_INTERNAL = {
    "sendframe.errors": "PluginFailure RETIRED_CODES",
    "sendframe.evaluation": "Provided",
    "sendframe.plugins._data_library": "DataLibrary library",
    "sendframe.plugins._discovery": "Installed installed",
    "sendframe.plugins._entry_point_group": "COMMAND_GROUP DATA_GROUP GROUPS KINDS",
    "sendframe.plugins._user_settings": "SWITCH Settings settings settings_file",
}
"""Names that other packages of sendframe use; they are not public."""

_HOME = {
    name: module
    for names_by_module in (_PUBLIC, _INTERNAL)
    for module, names in names_by_module.items()
    for name in names.split()
}

__all__ = sorted(  # noqa: PLE0605  # the stub lists them one by one
    name for names in _PUBLIC.values() for name in names.split()
)


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
