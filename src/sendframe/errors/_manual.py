"""The manual of the codes that loading documents reports. Checks have their own manuals."""

import attrs

from ._manual_workbook import WORKBOOK

__all__ = ["MANUALS", "RETIRED_CODES", "Manual"]


@attrs.frozen
class Manual:
    """What a code means and what to do about it.

    Attributes:
        code: The code.
        title: A short title.
        meaning: What is wrong, and why it matters.
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
        "The file contains nothing, or white space only.",
        "Write a document, or remove the file from portfolio.json.",
    ),
    "SFR002": (
        "Not JSON",
        "The text is not JSON. Line and column are those of the first unexpected character.",
        "Look for an extra or missing comma, single quotation marks, and comments.",
    ),
    "SFR003": (
        "Not UTF-8",
        "The bytes are not UTF-8 text, so letters could be read wrongly.",
        "Save the file as UTF-8, with or without a byte order mark.",
    ),
    "SFR004": (
        "Control character",
        "The text contains a character that JSON does not allow unescaped, such as NUL.",
        "Remove it, or write it as an escape such as \\n.",
    ),
    "SFR005": (
        "Duplicate key",
        "An object has one key twice. Most programs would keep only one of the values.",
        "Remove one of the two. The report names both positions.",
    ),
    "SFR006": (
        "Number that is not finite",
        "NaN, Infinity, or a number that is too large.",
        "Leave the key out where there is no number.",
    ),
    "SFR007": (
        "Whole number too large",
        "Beyond 2^53 - 1 programs no longer keep every whole number exactly (RFC 8259).",
        "Write it as text, if it is an identifier.",
    ),
    "SFR008": (
        "Half of a surrogate pair",
        "An escape such as \\ud800 is not a character by itself.",
        "Write the character itself.",
    ),
    "SFR009": (
        "Number too long",
        "A number has more digits than are accepted.",
        "Shorten it, or write it as text.",
    ),
    "SFR010": (
        "Nested too deeply",
        "Arrays and objects are nested more deeply than is accepted.",
        "Look for brackets that are never closed.",
    ),
    "SFR011": (
        "File too large",
        "The file is larger than is accepted: 50 MB or 2,000,000 values by default.",
        "Split it, keep figures in a table, or raise the limit.",
    ),
    "SFR012": (
        "No $schema",
        "The document does not name its schema, so its kind is not known.",
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
        "portfolio.json names a file outside its folder, by its path or through a link.",
        "Move the file into the folder. Nothing outside it is read.",
    ),
    "SFR016": (
        "No portfolio.json",
        "The folder is not a portfolio.",
        "Name the folder that contains portfolio.json, or write one.",
    ),
    "SFR017": (
        "File cannot be read",
        "The file does not exist, is not a regular file, or permission is denied.",
        "Check its name and its permissions.",
    ),
    "SFR018": (
        "File cannot be written",
        "Writing failed, and existing files are unchanged.",
        "See the reason in the message: permissions, space on the disk, or a file of your own.",
    ),
    "SFR019": (
        "No date to evaluate at",
        "sendframe never uses today's date, so that the same input gives the same result.",
        'Write "as_at" in portfolio.json, or give --as-at.',
    ),
    "SFR020": (
        "Unknown name",
        "Nothing has the given name.",
        "Use one of the names that the message lists.",
    ),
    "SFR021": (
        "More problems than are reported",
        "There are too many problems to report all of them: the first 1,000 are reported.",
        "Correct these, and validate again.",
    ),
    "SFR025": (
        "Documents of different kinds",
        "A comparison needs two documents of one kind, or two folders that contain a portfolio.json.",
        "Name two editions of one document, or two portfolios.",
    ),
    "SFR027": (
        "Unknown area",
        "No area has this GSS code or number of the Department for Education, now or since 2014.",
        "Find the code with `sendframe areas list`. Names are not accepted: one area has several.",
    ),
    "SFR028": (
        "No statistical neighbours",
        "The edition has no neighbours for this area: the area is newer, or is not a local authority.",
        "Name another edition, or make a comparator set of areas that you choose.",
    ),
    "SFR029": (
        "Nothing to report",
        "The documents hold nothing that this report is for, in words of its readers.",
        "Write what the sections that are named need, or ask for another profile.",
    ),
    "SFR030": (
        "Not publishable",
        "A report is not for the public, or is a draft: something is missing, out of date or unchecked.",
        "Settle each reason that is named, or make the report without --publishable, as a draft.",
    ),
    "SFR031": (
        "Library not installed",
        "The call needs a library that sendframe itself does not need, such as one of data frames.",
        "Install it with the command in the message.",
    ),
    "SFR032": (
        "Unknown id",
        "Nothing of the class that was asked for has this id.",
        "Use the id that the message suggests, or list all with `Portfolio.of`.",
    ),
    "SFR100": (
        "Document refused",
        "A document or folder has problems, each of which is reported with its own code.",
        "Correct the problems, one by one.",
    ),
    "SFR101": (
        "Wrong type",
        "A value is not of the JSON type that the schema requires.",
        'Write the value in the right type: 3, not "3". Values are never converted.',
    ),
    "SFR102": (
        "Missing key",
        "An object has no key of this name, and the schema requires it.",
        "Add it.",
    ),
    "SFR103": (
        "Unknown key",
        "An object has a key that is not in the schema, perhaps misspelt.",
        'Correct it. Keep your own data under "extensions".',
    ),
    "SFR104": (
        "Value not allowed",
        "The value is not one of the allowed values.",
        "Write one of the values that the message lists.",
    ),
    "SFR105": (
        "Text of the wrong form",
        "The text does not have the required form, such as an id, a day or a web address.",
        "Write it in the form that the message names.",
    ),
    "SFR106": ("Text too short or too long", "The text is empty, or too long.", "Rewrite it."),
    "SFR107": ("Number out of range", "The number is too small or too large.", "Correct it."),
    "SFR108": ("Too few or too many entries", "The list is too short or too long.", "Correct it."),
    "SFR109": ("Schema rule broken", "A rule of the schema is broken.", "See the schema."),
    "SFR110": (
        "Rule broken between fields",
        "Two fields of one thing contradict each other, such as an end before its beginning.",
        "Correct one of the two.",
    ),
    "SFR111": (
        "Extension without a schema",
        "The plug-in of this extension is not installed, so that it cannot be validated.",
        "Nothing has to be done: it is kept as it is. Install the plug-in to validate it.",
    ),
    "SFR112": (
        "Schema of an extension not accepted",
        "A schema of a plug-in must not refer to anything outside itself, nor take long to run.",
        "Use only the keywords that the guide to extensions lists.",
    ),
    "SFR113": (
        "Extension in the wrong place",
        "The plug-in of this extension does not extend this kind of thing.",
        "Move it to a thing of the kind that the message names, or remove it.",
    ),
    "SFR201": (
        "Dangling reference",
        "A document refers to an id that nothing of the right kind in the portfolio has.",
        "Correct the id, add what it refers to, or remove the reference.",
    ),
    "SFR202": (
        "Duplicate id",
        "Two things of one kind have the same id, so that a reference to it is ambiguous.",
        "Give one of them another id, and change what refers to it.",
    ),
    "SFR207": (
        "Unknown document of a plug-in",
        'portfolio.json uses a document that none of the plug-ins under "plugins" has.',
        "Name the plug-in, or correct the id.",
    ),
    "SFR208": (
        "Missing document of a plug-in",
        "Its plug-in is not installed. All else is read, and references to the document are kept.",
        'Install the plug-in, or remove the document from "uses".',
    ),
    "SFR211": (
        "Document that the manifest does not name",
        "Something is referred to that a file of the folder, or a document of a plug-in, defines.",
        'Name the file in "documents", or the document in "uses"; in Python, add what is used.',
    ),
    "SFR212": (
        "Status of another scale",
        "The delivery or impact status of an action is a value of another scale.",
        "Write a value of the register's own scale, or of another register's where it has none.",
    ),
    "SFR213": (
        "Order given twice",
        "Two priorities of one plan have the same order, so that nobody knows which is first.",
        "Give each priority a place of its own, from 1.",
    ),
    "SFR217": (
        "Documents that nobody reads",
        "The folder has documents that portfolio.json does not name, such as copies.",
        'Name what belongs to the portfolio in "documents"; move the rest out of the folder.',
    ),
    "SFR311": (
        "Texts that no report prints",
        "Authors wrote texts that the reports of no profile print, so nobody will read them there.",
        (
            "List them with 'sendframe report --unprinted'; choose or write a profile that prints "
            "them. Words of people without consent are printed in none, on purpose."
        ),
    ),
    "SFR401": ("Not a table", "The file is not CSV in UTF-8.", "Save it as CSV UTF-8."),
    "SFR402": (
        "Wrong columns",
        "A column is missing, unknown or duplicate.",
        "Name the columns as the message says.",
    ),
    "SFR403": (
        "Cell that cannot be read",
        "The content of a cell does not fit its column.",
        "Correct the cell. No row is ever skipped silently.",
    ),
    "SFR404": (
        "Unknown symbol",
        "A value is neither a number nor a symbol of the observation set.",
        'Add the symbol with its meaning to "symbols", or correct the value.',
    ),
    "SFR405": ("Duplicate figure", "Two rows give the same figure.", "Remove one of the two."),
    "SFR406": (
        "Impossible value",
        (
            "A row has a rate with a denominator of 0, or neither a value nor a symbol. A negative "
            "count, and what is no number, are found as SFR403; a figure that its counts contradict "
            "is found as SFR410."
        ),
        "Where there is no value, give a symbol.",
    ),
    "SFR412": (
        "Figure of no document",
        "A portfolio has other figures than its observation sets, so that no folder can keep it.",
        "Give each figure to an observation set: in the document, or in the table that it names.",
    ),
    "SFR413": (
        "Not a data package of figures",
        "datapackage.json is no descriptor, names no figures, or describes another file.",
        "Write the package with `sendframe.api.dump_package`, or correct what the message names.",
    ),
    "SFR414": (
        "Imported figure that contradicts itself",
        (
            "A row of a published file has an impossible figure or count, or its figure does not "
            "agree with its counts beyond rounding. Found for indicators that plug-ins define; for "
            "others SFR410 finds it in the portfolio. A wrong figure that agrees with its counts, "
            "or that has none and is possible, is not found. It is a note where the mapping of the "
            "release says that the rate of the counts is the figure."
        ),
        (
            "Compare the row with the publisher's table. Where counts are averages or rounded, "
            "set `averaged` or `counts_rounded_to` of the indicator."
        ),
    ),
    **WORKBOOK,
    "SFR705": (
        "A list of children",
        (
            "The table has columns about single children, such as a unique pupil number, a name or "
            "a date of birth. It is refused before any row is read, and nothing of it is kept."
        ),
        "Count the children outside of sendframe, and give it the totals.",
    ),
    "SFR900": (
        "Plug-in failed",
        "A plug-in raised an exception. All others ran, and its part is reported as not scored.",
        "Report it to its authors, with the place in the message; --debug prints the exception.",
    ),
    "SFR901": (
        "Part of a plug-in missing",
        "The portfolio names something that is not installed, and --strict was given.",
        "Correct the name, install the plug-in, or leave out --strict.",
    ),
    "SFR902": (
        "Settings that cannot be used",
        "The file of your own settings, which allows and disables plug-ins, is invalid.",
        "Write a table [plugins] with the lists allow or disable, or remove the file.",
    ),
    "SFR903": (
        "Missing plug-in",
        "The named plug-in is not installed, or must not run. Reports say that it is missing.",
        "Correct the name, install the plug-in, or remove the name. With --strict it is an error.",
    ),
}

MANUALS = {
    code: Manual(code, title, meaning, remedy) for code, (title, meaning, remedy) in _TEXT.items()
}
"""The manual of each code, by code."""

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
"""Codes that are no longer used, each with the code that has its meaning now.

A retired code is never given another meaning.
"""
