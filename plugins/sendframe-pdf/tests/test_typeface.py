"""The typeface in the package."""

from sendframe_pdf import font_folder
from sendframe_pdf._face import face
from sendframe_pdf._printable_text import printable, split_word


def test_four_files_and_a_licence_are_shipped() -> None:
    """Regular, bold, oblique and bold oblique are below 1.5 MB together, with their licence."""
    fonts = sorted(path.name for path in font_folder().glob("*.ttf"))
    assert fonts == [
        "DejaVuSansCondensed-Bold.ttf",
        "DejaVuSansCondensed-BoldOblique.ttf",
        "DejaVuSansCondensed-Oblique.ttf",
        "DejaVuSansCondensed.ttf",
    ]
    assert sum(path.stat().st_size for path in font_folder().glob("*.ttf")) < 1_500_000
    licence = (font_folder() / "LICENSE").read_text("utf-8")
    assert "Bitstream Vera" in licence
    assert "Tavmjong Bah" in licence


def test_the_characters_of_reports_are_there() -> None:
    """Both weights have Welsh letters, punctuation, arrows and the shapes that reports use."""
    for bold in (False, True):
        known = face(bold=bold).advances
        assert [char for char in "ŵŷŴŶâêîôûéïöü“”‘’–—…·•£€−×≥≤→←↔▲◆●■▬✓" if char not in known] == []
        assert {"\u00a0", "\u202f", "\ufffd"} <= known.keys()


def test_it_is_about_as_wide_as_common_faces() -> None:
    """A letter of English text is 0.46 em wide on average, as in Segoe UI and Open Sans."""
    text = "Fewer children and young people wait over 18 weeks for therapy."
    assert 0.44 < face().width(text) / len(text) < 0.49


def test_joiners_vanish() -> None:
    """A character without a shape that the typeface lacks leaves no trace."""
    assert printable("a\ufe0fé") == "aé"


def test_parts_of_a_word_make_the_word() -> None:
    """Nothing is added to a word that breaks or taken from it, and each part fits."""
    word = "https://www.example.org/" + "Llanfairpwll" * 5
    parts = split_word(word, 6.0)
    assert "".join(parts) == word
    assert all(face().width(part) <= 6.0 for part in parts)
