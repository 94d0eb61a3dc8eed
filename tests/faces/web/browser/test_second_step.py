"""The second step at sign-in, end to end: an app, a recovery code that counts once, and a passkey."""

import base64
import hmac
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.faces.web.browser.barriers import barriers
from tests.faces.web.browser.conftest import RunningDesk
from tests.faces.web.browser.test_members import PASSWORD, serving_many, sign_up

pytestmark = [pytest.mark.server, pytest.mark.slow]
# A key inside the machine that knows its owner (Chrome DevTools Protocol, WebAuthn.addVirtualAuthenticator).
PASSKEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def centre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningDesk]:
    """A desk for many, reached by a name: passkeys belong to names, never to numbers (Web Authentication, 5.1.2)."""
    with serving_many(tmp_path, monkeypatch, "localhost") as desk:
        yield desk


def app_code(secret: str, page: Page) -> str:
    """What an authenticator app shows by the browser's clock (RFC 6238), not in the last seconds that a code stands."""
    seconds = page.evaluate("Date.now()") // 1000
    if seconds % 30 >= 25:
        page.wait_for_timeout(1000 * (30 - seconds % 30))
        return app_code(secret, page)
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", seconds // 30), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def confirm(page: Page) -> None:
    """Gives the password once more where the door asks for it."""
    if "reauthenticate" in page.url:
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()
        page.wait_for_url(lambda url: "reauthenticate" not in url)


def sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(lambda url: "logout" not in url)


def up_to_the_second_step(page: Page) -> None:
    """The first step alone leads to no desk."""
    page.goto("/account/login/")
    page.get_by_label("Email").fill("finn@people.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("input[name=code]")).to_be_visible()
    page.goto("/settings/reviews")
    assert page.url.endswith("/account/two-steps/authenticate/")


def give(page: Page, code: str) -> None:
    page.locator("input[name=code]").fill(code)
    page.get_by_role("button", name="Sign In", exact=True).click()


def is_in(page: Page) -> bool:
    page.goto("/account")
    return page.url.endswith("/account")


def test_an_app_recovery_codes_and_a_passkey(centre: RunningDesk, opened: Callable[..., Page]) -> None:
    page = opened(centre.address)
    sign_up(page, centre.home, "Finn")
    page.goto("/account")
    assert barriers(page) == []
    page.get_by_role("link", name="Second step").click()
    assert barriers(page) == []

    page.goto("/account/two-steps/totp/activate/")
    confirm(page)
    assert barriers(page) == []
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("input[name=code]").fill(app_code(secret, page))
    page.get_by_role("button", name="Activate").click()
    page.wait_for_url(lambda url: "activate" not in url)
    page.goto("/account/two-steps/recovery-codes/")
    confirm(page)
    assert barriers(page) == []
    first, second, *rest = page.locator("#recovery_codes").input_value().split()
    assert len(rest) == 8

    sign_out(page)
    up_to_the_second_step(page)
    assert barriers(page) == []
    give(page, "000000")
    expect(page.get_by_text("Incorrect code")).to_be_visible()
    give(page, first)
    page.wait_for_url(lambda url: "/account/" not in url)
    assert is_in(page)

    sign_out(page)
    up_to_the_second_step(page)
    give(page, first)
    expect(page.get_by_text("Incorrect code")).to_be_visible()
    give(page, second)
    page.wait_for_url(lambda url: "/account/" not in url)
    assert is_in(page)

    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY})
    page.goto("/account/two-steps/webauthn/add/")
    confirm(page)
    assert barriers(page) == []
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda url: "/add/" not in url)
    sign_out(page)
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: "/account/" not in url)
    assert is_in(page)
