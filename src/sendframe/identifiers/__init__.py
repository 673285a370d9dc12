"""What may identify a child or another person in texts and tables.

Pure functions of text: algorithms of numbers, patterns, and names of columns. Nothing is looked up.
"""

from ._check_digits import is_nhs_number, is_uln, is_upn
from ._child_columns import child_columns
from ._identifier import Identifier, IdentifierKind, identifiers_in, is_personal_mailbox, masked
from ._story_names import names_in_story

__all__ = [
    "Identifier",
    "IdentifierKind",
    "child_columns",
    "identifiers_in",
    "is_nhs_number",
    "is_personal_mailbox",
    "is_uln",
    "is_upn",
    "masked",
    "names_in_story",
]
