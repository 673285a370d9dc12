"""How hard a text is to read, by the length of its sentences and words."""

__all__ = ["flesch_kincaid_grade"]


def flesch_kincaid_grade(words: int, sentences: int, syllables: int) -> float:
    """Return the Flesch-Kincaid grade of a text: about the years of school that it asks for.

    Args:
        words: Words of the text, at least 1.
        sentences: Sentences of the text, at least 1.
        syllables: Syllables of all words.

    Returns:
        A grade of schools of the United States, unrounded; grade 4 is for children of 9 or 10. It
        may be below 0.

    Raises:
        ValueError: There is no word or no sentence.

    Examples:
        >>> round(flesch_kincaid_grade(words=100, sentences=10, syllables=130), 2)
        3.65

    Source:
        Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for
        Navy enlisted personnel, Research Branch Report 8-75.
    """
    if words < 1 or sentences < 1:
        message = "a grade needs a word and a sentence"
        raise ValueError(message)
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59
