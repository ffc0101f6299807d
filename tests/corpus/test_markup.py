"""Markup is resolved, what it marked is known, and a verdict in stars stays a verdict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.decode import clean_characters
from bot.corpus.markup import strip_markup

GOLDEN = [
    # emphasis
    ("I saw *Rope* twice.", "I saw Rope twice.", ["Rope"]),
    ("I saw _Rope_ twice.", "I saw Rope twice.", ["Rope"]),
    ("**Rating:** 4/5", "Rating: 4/5", ["Rating:"]),
    ("**4/5**", "4/5", ["4/5"]),
    ("*10 Rillington Place*'s walls", "10 Rillington Place's walls", ["10 Rillington Place"]),
    ("**The *Rope* review** is here", "The Rope review is here", ["The Rope review", "Rope"]),
    ("“*Rope*” and (_Laura_)", "“Rope” and (Laura)", ["Rope", "Laura"]),
    ("***SPOILERS***", "SPOILERS", ["SPOILERS"]),
    ("<i>Rope</i> is <strong>fine</strong>", "Rope is fine", ["Rope", "fine"]),
    ("<em> Rope </em>, again", "Rope , again", ["Rope"]),
    # no emphasis
    ("snake_case and __main", "snake_case and __main", []),
    ("M*A*S*H", "M*A*S*H", []),
    ("f*ck that s**t", "f*ck that s**t", []),
    ("2 * 3 * 4", "2 * 3 * 4", []),
    ("* a bullet\n* another", "* a bullet\n* another", []),
    ("an *unclosed mark\n\nand* another", "an *unclosed mark\n\nand* another", []),
    # stars are verdicts
    ("***½", "***½", []),
    ("**1/2 of ****", "**1/2 of ****", []),
    ("* * * 1/2", "* * * 1/2", []),
    ("*** out of ****", "*** out of ****", []),
    ("****/****", "****/****", []),
    ("**/*****", "**/*****", []),
    ("(***½) and then (***)", "(***½) and then (***)", []),
    ("Story ***, Acting ***, Music **.", "Story ***, Acting ***, Music **.", []),
    ("*½ out of four. I loved *Rope*", "*½ out of four. I loved Rope", ["Rope"]),
    ("**Rating:** **1/2", "Rating: **1/2", ["Rating:"]),
    ("**Rating:** *** **Director:** X", "Rating: *** Director: X", ["Rating:", "Director:"]),
    ("*Rope*: ***/5", "Rope: ***/5", ["Rope"]),
    (r"<i>Rope</i> \*\*\*", "Rope ***", ["Rope"]),
    # links
    ("see [the film](https://a.example/x_y_z) now", "see the film now", []),
    ("[*Laura*](https://a.example/a_(b) 'title') now", "Laura now", ["Laura"]),
    ("[*Laura*][1] is\n\n[1]: https://a.example", "Laura is", ["Laura"]),
    ("[Laura] is\n\n[laura]: {% post_url 2014-laura %}", "Laura is", []),
    ("he said [sic] it", "he said [sic] it", []),
    ("a [man](of two) e", "a [man](of two) e", []),
    ("before ![a still](still.jpg) after", "before after", []),
    ("[![a still](still.jpg)](https://a.example) after", "after", []),
    ("https://a.example/x_y_z?a=*b stays", "https://a.example/x_y_z?a=*b stays", []),
    ("<https://a.example/x>", "https://a.example/x", []),
    ("Smith[^1] saves\n\n[^1]: In 1979", "Smith saves\n\nIn 1979", []),
    # lines
    ("## The verdict ##\nText", "The verdict\nText", []),
    ("# C#\nText", "C#\nText", []),
    ("#1 film of the year", "#1 film of the year", []),
    ("> quoted\n> twice", "quoted\ntwice", []),
    ("one\n\n---\n\ntwo", "one\n\ntwo", []),
    ("Title\n=====\ntext", "Title\n\ntext", []),
    # Jekyll
    ('{% include a.html b="5%" %}{{ page.title }}Text{: .lead}', "Text", []),
    # HTML
    ("one<br />two<br/><br>three", "one\ntwo\n\nthree", []),
    ("one<br>\ntwo", "one\ntwo", []),
    ("<p>One</p><p>Two</p>", "One\n\nTwo", []),
    ("Tom &amp; Jerry &#8211; &ldquo;fine&rdquo;&nbsp;&unknown;", "Tom & Jerry – “fine” &unknown;", []),
    ("a<!-- hidden -->b<script>x = '<b>'</SCRIPT>c", "a b c", []),
    (
        "<a href='x'>link</a> and <Untitled> and 1 < 2 > 0 and I <3 it",
        "link and <Untitled> and 1 < 2 > 0 and I <3 it",
        [],
    ),
    ("[i]Rope[/i] again", "Rope again", ["Rope"]),
    # layout
    ("  a \t b  \n   c\n\n\n\n d  ", "a b\nc\n\nd", []),
    ("Ana\u00a0 De  Armas", "Ana De Armas", []),
]


@pytest.mark.parametrize(("source", "text", "emphasised"), GOLDEN)
def test_golden(source: str, text: str, emphasised: list[str]) -> None:
    stripped = strip_markup(source)
    assert stripped.text == text
    assert [stripped.text[start:end] for start, end in stripped.emphasis] == emphasised


_MARKS = "* ** _ <i> </i> <br /> [ ](x) ]( ! {% %} <!-- --> \\ &amp; & ½ 1/2 # > < >< https://a.b/c_d"
_PIECES = st.sampled_from([*_MARKS.split(" "), "\n", " ", "\u00a0", "[1]: /x\n", "word", "Rope", "é"])


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_any_markup_gives_tidy_text_and_spans_within_it(source: str) -> None:
    text, spans = (stripped := strip_markup(source)).text, stripped.emphasis
    assert text == text.strip()
    assert "  " not in text
    assert "\n\n\n" not in text
    assert not any(ord(c) < 32 and c != "\n" for c in text)
    assert list(spans) == sorted(set(spans))
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


@given(st.text(alphabet="aB é.,'’\n“”-:;0123456789½/?(!", max_size=200))
def test_prose_without_marks_keeps_every_word(source: str) -> None:
    assert strip_markup(source).text.split() == [
        w for w in source.split() if not set(w) <= {"-"} or len(w) < 3
    ]


@given(st.lists(st.sampled_from(["Rope", "a", "1948", "fine,"]), min_size=1, max_size=5).map(" ".join))
def test_marks_around_words_are_found_and_leave_nothing_behind(words: str) -> None:
    for before, after in [("*", "*"), ("_", "_"), ("**", "**"), ("<i>", "</i>"), ("<b>", "</b>")]:
        stripped = strip_markup(f"Of {before}{words}{after} I say no more.")
        assert stripped.text == f"Of {words} I say no more."
        assert [stripped.text[start:end] for start, end in stripped.emphasis] == [words]


@given(st.text(max_size=300))
def test_cleaning_is_done_once(text: str) -> None:
    cleaned = clean_characters(text)
    assert clean_characters(cleaned) == cleaned
    assert not any(ord(c) < 32 and c not in "\t\n" for c in cleaned)
