"""The manual of the codes that reading documents gives. Checks bring their own manuals."""

import attrs

__all__ = ["CODES", "MANUALS", "RETIRED_CODES", "Manual"]


@attrs.frozen
class Manual:
    """What a code means and what to do about it.

    Attributes:
        code: The code.
        title: What it is called.
        meaning: What was found, and why it matters.
        remedy: How to put it right.
    """

    code: str
    title: str
    meaning: str
    remedy: str

    def __str__(self) -> str:
        return (
            f"{self.code}: {self.title}\n\nWhat it means\n    {self.meaning}\n\n"
            f"How to put it right\n    {self.remedy}\n"
        )


_TEXT = {
    "SFR000": (
        "Error of sendframe",
        "The root of all errors that sendframe raises on purpose.",
        "See the code of the error itself.",
    ),
    "SFR001": (
        "Empty file",
        "The file holds nothing, or white space only.",
        "Write a document, or take the file out of portfolio.json.",
    ),
    "SFR002": (
        "Not JSON",
        "The text is not JSON. Line and column say where it stops making sense.",
        "The message names the usual slips: a comma too many or missing, single quotes, comments.",
    ),
    "SFR003": (
        "Not UTF-8",
        "The bytes are no UTF-8 text, so letters could be read wrongly.",
        "Save the file as UTF-8. A byte order mark does no harm.",
    ),
    "SFR004": (
        "Control character",
        "The text holds a character that JSON does not allow as it is, such as NUL.",
        "Remove it, or write it as an escape such as \\n.",
    ),
    "SFR005": (
        "Key given twice",
        "An object has one key twice. Most programs would keep one value and drop the other.",
        "Keep one of the two. The other place is named as well.",
    ),
    "SFR006": (
        "Number that is not finite",
        "NaN, Infinity, or a number too large to be held.",
        "Leave the key out where there is no number.",
    ),
    "SFR007": (
        "Whole number too large",
        "Beyond 2^53 - 1 programs no longer keep every whole number exactly (RFC 8259).",
        "Write it as text, if it is an identifier.",
    ),
    "SFR008": (
        "Half of a surrogate pair",
        "An escape such as \\ud800 stands alone and is no character.",
        "Write the character itself.",
    ),
    "SFR009": (
        "Number too long",
        "A number has more digits than anybody means.",
        "Shorten it, or write it as text.",
    ),
    "SFR010": (
        "Nested too deeply",
        "Arrays and objects stand inside each other more deeply than is accepted.",
        "Look for brackets that are never closed.",
    ),
    "SFR011": (
        "File too large",
        "The file is larger than is accepted: 50 MB, unless told otherwise.",
        "Divide it, keep figures in a table, or raise the limit.",
    ),
    "SFR012": (
        "No $schema",
        "The document does not say what kind of document it is.",
        'Add the "$schema" that the message names.',
    ),
    "SFR013": (
        "Unknown kind of document",
        'The "$schema" names no kind of document, or not the kind needed here.',
        "See `sendframe schema list`.",
    ),
    "SFR014": (
        "Document of another version",
        'The "$schema" of the document names a version that this release of sendframe does not read.',
        "Install a release that reads that version, or ask for the document in version v1.",
    ),
    "SFR015": (
        "Path leaves the folder",
        "portfolio.json names a file outside its folder: by its path, or through a link.",
        "Put the file into the folder. Nothing outside it is read.",
    ),
    "SFR016": (
        "No portfolio.json",
        "The folder is no portfolio.",
        "Name the folder that holds portfolio.json, or write one.",
    ),
    "SFR017": (
        "File cannot be read",
        "The file is missing, is not a file, or may not be read.",
        "Check its name and its permissions.",
    ),
    "SFR018": (
        "File cannot be written",
        "Writing failed, and what stood there before is unchanged.",
        "Look at the reason given: permissions, or room on the disk.",
    ),
    "SFR019": (
        "No date to evaluate at",
        "Nothing reads a clock, so that the same input gives the same result.",
        'Write "as_at" in portfolio.json, or give --as-at.',
    ),
    "SFR020": (
        "Unknown name",
        "Something was asked for by a name that nothing has.",
        "The message lists the names there are.",
    ),
    "SFR021": (
        "More problems than are told",
        "There are so many problems that telling all would help nobody: 1,000 are told.",
        "Put right what is told, and look again.",
    ),
    "SFR025": (
        "Documents of different kinds",
        "A comparison needs two documents of one kind, or two folders that hold a portfolio.json.",
        "Name two editions of one thing, or two portfolios.",
    ),
    "SFR027": (
        "Unknown area",
        "No area has this GSS code or number of the Department for Education, now or since 2014.",
        "Look it up with `sendframe areas list`. A name is no key: one area has several.",
    ),
    "SFR028": (
        "No statistical neighbours",
        "The edition has no neighbours for this area: the area is newer, or no local authority.",
        "Name another edition, or make a comparator set of areas that you choose.",
    ),
    "SFR100": (
        "Document refused",
        "A document or folder has problems, each of which is told with a code of its own.",
        "Put right what is told, one by one.",
    ),
    "SFR101": (
        "Wrong type",
        "A value is of another JSON type than the schema asks for.",
        'Nothing is converted in silence: write 3, not "3".',
    ),
    "SFR102": ("Missing key", "An object lacks a key it needs.", "Add it."),
    "SFR103": (
        "Unknown key",
        "An object has a key that the schema does not know, perhaps misspelt.",
        'Correct it. What is your own goes under "extensions".',
    ),
    "SFR104": (
        "Value not allowed",
        "The value is none of those that may stand here.",
        "Write one of those that the message lists.",
    ),
    "SFR105": (
        "Text of another form",
        "The text does not have the form asked for: an id, a day, a web address.",
        "Write it in the form that the message names.",
    ),
    "SFR106": ("Text too short or too long", "The text is empty, or too long.", "Write it anew."),
    "SFR107": ("Number out of range", "The number is too small or too large.", "Correct it."),
    "SFR108": ("Too few or too many entries", "The list is too short or too long.", "Correct it."),
    "SFR109": ("Schema not obeyed", "A rule of the schema does not hold.", "See the schema."),
    "SFR110": (
        "Rule broken between fields",
        "Two fields of one thing do not go together, such as an end before its beginning.",
        "Correct one of the two.",
    ),
    "SFR111": (
        "Extension that nothing describes",
        "A plug-in keeps something here, and is not there to say whether it is right.",
        "Nothing has to be done: it is kept as it is. Install the plug-in to have it looked at.",
    ),
    "SFR112": (
        "Schema of an extension not accepted",
        "A schema that comes with a plug-in may not reach outside itself, nor take long.",
        "Use the keywords that the guide to extensions lists.",
    ),
    "SFR113": (
        "Extension in the wrong place",
        "A plug-in keeps something in this document, but in a thing where it has no meaning.",
        "Move it to a thing of the kind that the message names, or remove it.",
    ),
    "SFR202": (
        "Id given twice",
        "Two things of one kind have the same id, and a reference could mean either of them.",
        "Give one of them another id, and change what refers to it.",
    ),
    "SFR207": (
        "Document of a plug-in that cannot be taken in",
        'portfolio.json uses a document that no plug-in brings which it names under "plugins".',
        "Name the plug-in, or correct the id.",
    ),
    "SFR208": (
        "Document of a plug-in that cannot be taken in here",
        "The plug-in that brings it is not there. All else is read; what refers to it leads nowhere.",
        'Install the plug-in, or take the document out of "uses".',
    ),
    "SFR401": ("Not a table", "The file is no CSV in UTF-8.", "Save it as CSV UTF-8."),
    "SFR402": (
        "Wrong columns",
        "A column is missing, unknown or given twice.",
        "Name the columns as the message says.",
    ),
    "SFR403": (
        "Cell that cannot be read",
        "A cell is not what its column asks for.",
        "Correct the cell. No row is dropped in silence.",
    ),
    "SFR404": (
        "Unknown symbol",
        "A value is neither a number nor a symbol that the set explains.",
        'Add the symbol with its meaning to "symbols", or correct the value.',
    ),
    "SFR405": ("Figure given twice", "One figure stands in two rows.", "Keep one of the two."),
    "SFR406": (
        "Value where there is none",
        "A rate stands beside a denominator of 0, or a row has neither value nor symbol.",
        "There is no rate of nothing: give the symbol.",
    ),
    "SFR900": (
        "Plug-in failed",
        "A plug-in raised an error. All others ran, and what it would have done is not scored.",
        "Tell its authors, with the place named; --debug prints the error itself.",
    ),
    "SFR901": (
        "Something of a plug-in is missing",
        "The portfolio names something that is not there, and --strict was given.",
        "Correct the name, install the plug-in, or leave out --strict.",
    ),
    "SFR902": (
        "Settings that cannot be used",
        "The file with your own settings, which says what plug-ins may run, is not as it should be.",
        "Write a table [plugins] with the lists allow or disable, or remove the file.",
    ),
    "SFR903": (
        "Plug-in that is not there",
        "A plug-in is named that is not installed, or may not run. Reports say that it is missing.",
        "Correct the name, install the plug-in, or take the name out. --strict stops at it.",
    ),
}

MANUALS = {
    code: Manual(code, title, meaning, remedy) for code, (title, meaning, remedy) in _TEXT.items()
}
"""The manual of each code, by code."""

CODES = {
    **MANUALS,
    "SFR201": Manual(
        "SFR201",
        "Dangling reference",
        "A document refers to an id that nothing of the right kind has, anywhere in the portfolio.",
        "Correct the id, add what it refers to, or remove the reference.",
    ),
}
"""What each code that reading documents gives is about, by code.

Those of `MANUALS`, and SFR201, whose manual is that of its check: no plug-in needs to be imported
to say what it is called.
"""

RETIRED_CODES = {
    "SFR026": "SFR902",
    "SFR203": "SFR110",
    "SFR204": "SFR111",
    "SFR205": "SFR112",
    "SFR206": "SFR113",
    "SFR209": "SFR903",
    "SFR307": "SFR407",
    "SFR308": "SFR408",
    "SFR309": "SFR409",
    "SFR504": "SFR411",
    "SFR506": "SFR801",
    "SFR507": "SFR802",
}
"""Codes that nothing gives any more, with the code that means the same now.

A retired code is never given another meaning.
"""
