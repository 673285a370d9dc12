"""The class of each kind of document, by name, so that only the needed one is imported."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._entity import Document

__all__ = ["DOCUMENT_KINDS", "document_class"]

_MODULES_AND_CLASSES = {
    "portfolio": ("_manifest", "Manifest"),
    "strategy": ("_strategy", "Strategy"),
    "action-register": ("_action", "ActionRegister"),
    "criteria-set": ("_criteria", "CriteriaSet"),
    "self-evaluation": ("_self_evaluation", "SelfEvaluation"),
    "evidence": ("_evidence", "EvidenceRegister"),
    "review": ("_review", "Review"),
    "governance": ("_governance", "Governance"),
    "indicator-set": ("_indicator", "IndicatorSet"),
    "observations": ("_observation", "ObservationSet"),
    "profile": ("_profile", "Profile"),
    "scale-set": ("_criteria", "ScaleSet"),
    "glossary": ("_plan_part", "Glossary"),
    "area-register": ("_area_register", "AreaRegister"),
    "neighbour-list": ("_area_register", "NeighbourList"),
    "extension": ("_extension", "ExtensionSchema"),
    "release-mapping": ("_mapping", "ReleaseMapping"),
    "workbook-mapping": ("_workbook_mapping", "WorkbookMapping"),
    "shown-figures": ("_shown_record", "ShownRecord"),
    "evaluation": ("_evaluation", "Evaluation"),
}

DOCUMENT_KINDS = tuple(_MODULES_AND_CLASSES)
"""The kinds of document, by the names of their schemas."""


def document_class(kind: str) -> "type[Document]":
    """Return the class of a kind of document.

    Raises:
        KeyError: There is no such kind.

    Examples:
        >>> document_class("evidence").__name__
        'EvidenceRegister'
    """
    module, name = _MODULES_AND_CLASSES[kind]
    cls: type[Document] = getattr(import_module(f"sendframe.model.{module}"), name)
    return cls
