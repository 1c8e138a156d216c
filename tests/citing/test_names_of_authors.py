"""An author is one text; what in it is a person's name is told by a comma, and in doubt it stays as it is."""

import pytest

from generator.plan.citing.names import apa_names, chicago_names, names_of

ROWS = {
    "Julianne Smith": ("Julianne Smith", "Julianne Smith"),
    "Smith, Julianne": ("Smith, J.", "Smith, Julianne"),
    "Smith, J.K.": ("Smith, J. K.", "Smith, J. K."),
    "Smith, J.; Doe, Adam": ("Smith, J., & Doe, A.", "Smith, J., and Adam Doe"),
    "García Márquez, Gabriel": ("García Márquez, G.", "García Márquez, Gabriel"),
    "van der Berg, Jan Piet": ("van der Berg, J. P.", "van der Berg, Jan Piet"),
    "Sartre, Jean-Paul": ("Sartre, J.-P.", "Sartre, Jean-Paul"),
    "Sartre, J.-P.": ("Sartre, J.-P.", "Sartre, J.-P."),
    "الأحمد, محمد": ("الأحمد, محمد", "الأحمد, محمد"),
    "Reuters staff": ("Reuters staff", "Reuters staff"),
    "Jane Smith, John Doe": ("Jane Smith, John Doe", "Jane Smith, John Doe"),
    "Jane Smith and John Doe": ("Jane Smith and John Doe", "Jane Smith and John Doe"),
    "Ministry of Foreign Affairs, Westmark": ("Ministry of Foreign Affairs, Westmark",) * 2,
    "Smith, Jones, and Partners": ("Smith, Jones, and Partners",) * 2,
    "Lake Media, Ltd.": ("Lake Media, Ltd.", "Lake Media, Ltd."),
    "{Reuters, Brussels}": ("Reuters, Brussels", "Reuters, Brussels"),
    "; ;": ("", ""),
    ",": (",", ","),
}


@pytest.mark.parametrize("author", ROWS)
def test_a_name_is_turned_only_where_the_author_turned_it(author):
    names = names_of(author)

    assert (apa_names(names), chicago_names(names)) == ROWS[author]


def test_many_authors_are_cut_as_each_style_says():
    names = names_of("; ".join(f"N{letter}, X." for letter in "ABCDEFGHIJKLMNOPQRSTUV"))

    assert apa_names(names).endswith("NS, X., … NV, X.")
    assert chicago_names(names).endswith("X. NG, et al.")
