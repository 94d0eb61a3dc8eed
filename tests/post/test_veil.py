"""What a server says is shown, unless it repeats a secret in any form that a sign-in gives it."""

from base64 import b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.post.veil import INSTEAD, veiled

secrets = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=["Cc", "Cs", "Zs"]), min_size=6, max_size=30
)


@given(secrets, st.text("abc \0é", max_size=7), st.text("abc \0é", max_size=7))
def test_no_form_of_a_secret_passes(secret: str, before: str, after: str) -> None:
    forms = (
        secret,
        quote(secret),
        secret.replace("\\", "\\\\").replace('"', '\\"'),
        b64encode((before + secret + after).encode()).decode(),
    )
    assert [veiled(f"535 not with {form} here", [secret]) for form in forms] == [INSTEAD] * 4


def test_folded_and_shouted_it_does_not_pass_either() -> None:
    assert veiled(b"no: Kettle-\r\n drum/7", ["Kettle-drum/7"]) == veiled("KETTLE-DRUM/7", ["Kettle-drum/7"]) == INSTEAD


@pytest.mark.parametrize("secret", ["", "abc", "another secret"])
def test_other_words_pass_as_they_are(secret: str) -> None:
    assert veiled(b"550 5.1.1 abc: no such user", [secret]) == "550 5.1.1 abc: no such user"
