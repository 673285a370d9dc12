"""The manual of the codes that reading a workbook reports."""

__all__ = ["WORKBOOK"]

WORKBOOK = {
    "SFR420": (
        "Not a workbook",
        (
            "The file is no Excel workbook, is damaged, has a password, or is larger than is accepted. "
            "Sizes are checked before it is opened."
        ),
        "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).",
    ),
    "SFR421": (
        "Sheet or column that is not known",
        (
            "A sheet or a column of a workbook is none of those that are read. Its cells stay in the "
            "workbook: they may hold names of people."
        ),
        "Correct the heading, or keep a column of your own with --keep-column.",
    ),
    "SFR422": (
        "Row that is gone from a workbook",
        "A row or a sheet that was exported is no longer there. It is kept in the documents.",
        "Nothing has to be done. `sendframe workbook read --remove` removes rows that are gone.",
    ),
    "SFR423": (
        "Changed in two places",
        (
            "A cell was changed in the workbook, and the same value was changed otherwise in the "
            "documents since the workbook was exported."
        ),
        "Correct one of the two, or choose a side with --take workbook or --take files.",
    ),
    "SFR424": (
        "Part of a workbook that is not used",
        (
            "The workbook has macros, links to other files or formulas. None is run or followed: each "
            "cell is read as it was saved."
        ),
        "Nothing has to be done. Save the workbook again if a formula was not computed.",
    ),
    "SFR425": (
        "Words changed, and other words for them not",
        (
            "A text was changed in a workbook. Its words for other readers, or the readers who checked "
            "it, are as before, and may not fit it any more."
        ),
        "Compare the two, and change the words for other readers where they no longer fit.",
    ),
    "SFR426": (
        "Status changed, and its reason not",
        "The delivery or impact of an action was changed in a workbook, and the reason is as before.",
        "Say why it is what it is now.",
    ),
    "SFR427": (
        "Date moved without a record",
        "The due date of an action was changed in a workbook, and no row on Moved dates says why.",
        "Add a row on Moved dates with the date before, the day of the change and the reason.",
    ),
    "SFR428": (
        "Row that cannot be placed",
        (
            "It is not clear which document holds a row of a workbook, no document of that name can "
            "hold it, or the workbook was made from another portfolio."
        ),
        "Write the document in File, or add what the row is part of first.",
    ),
    "SFR429": (
        "Without a cell in a workbook",
        (
            "A workbook was read into a new folder. Some values of the folder that it was made from "
            "have no cell, such as sources, pictures and who checked a text; the new documents lack "
            "them."
        ),
        "Take them over from the folder that the workbook was made from, where you need them.",
    ),
}
"""Title, meaning and remedy of each code."""
