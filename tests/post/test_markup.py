"""HTML mails as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.markup import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Hi Ann,</p><p>a &lt;b&gt; <b>bold</b>er</p>", "Hi Ann,\n\na <b> bolder"),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ("<style>p { color: red }</style><script>x > 1</script><p>seen", "seen"),
        ("<head><title>unseen</title></head>seen", "seen"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("<!-- unseen --><!DOCTYPE html><?xml unseen?>seen", "seen"),
        (
            "above<blockquote>quoted<blockquote>deeper</blockquote></blockquote>below",
            "above\n\n> quoted\n>\n> > deeper\n> >\nbelow",
        ),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("  many\n   spaces\t here ", "many spaces here"),
        ("tea&nbsp;time &eacute; &#8364; &unknown;", "tea time é € &unknown;"),
        ("<p>cut off <a href='x", "cut off href='x"),
        ("", ""),
    ],
)
def test_words_are_laid_out_as_they_would_be_read(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@given(st.text(alphabet="<>/!-&;abps \"'=\n", max_size=300))
def test_any_markup_gives_words(markup: str) -> None:
    assert isinstance(plain_text(markup), str)


@given(st.text(alphabet="abc xyz\n", max_size=200))
def test_text_without_markup_loses_no_word(text: str) -> None:
    assert plain_text(text).split() == text.split()


def test_after_very_many_tags_the_rest_is_left_away() -> None:
    assert plain_text("<p>first</p>" + "<b>x</b>" * 30_000 + "last").startswith("first")
    assert "last" not in plain_text("<b>" * 60_000 + "last")
    assert plain_text("<b>" * 40_000 + "last") == "last"
