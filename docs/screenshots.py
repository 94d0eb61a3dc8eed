"""Takes the pictures of the web desk: `python docs/screenshots.py` serves the sample desk and writes docs/pictures/*.png.

Needs the packages of requirements-test.lock and chromium, as the tests do.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).resolve().parent / "pictures"
MOMENT = "2026-03-04T12:00:00Z"
WIDE, PHONE = {"width": 1200, "height": 800}, {"width": 390, "height": 844}
# name: (the address, the look, the window). The numbers are those of the sample desk.
SHOTS = {
    "today-light": ("/", "light", WIDE),
    "today-dark": ("/", "dark", WIDE),
    "today-phone": ("/", "light", PHONE),
    "write-light": ("/write/1", "light", WIDE),
    "write-dark": ("/write/1", "dark", WIDE),
    "write-phone": ("/write/1", "light", PHONE),
    "interview-light": ("/interview/6", "light", WIDE),
    "interview-dark": ("/interview/6", "dark", WIDE),
    "interview-phone": ("/interview/6", "light", PHONE),
    "applications-light": ("/applications?as=board", "light", WIDE),
    "applications-dark": ("/applications?as=board", "dark", WIDE),
    "applications-phone": ("/applications", "light", PHONE),
    "insight-light": ("/insight", "light", WIDE),
    "insight-dark": ("/insight", "dark", WIDE),
    "jobs-light": ("/jobs", "light", WIDE),
    "jobs-dark": ("/jobs", "dark", WIDE),
    "jobs-phone": ("/jobs", "light", PHONE),
    "advice-light": ("/advice", "light", WIDE),
    "settings-light": ("/settings/policy", "light", WIDE),
}


def shoot(browser: Browser, address: str, name: str, way: str, look: str, window: dict[str, int]) -> None:
    """One picture, once the page is quiet."""
    tab = browser.new_page(base_url=address, color_scheme=look, viewport=window, reduced_motion="reduce", device_scale_factor=1)
    tab.goto(way, wait_until="networkidle")
    tab.evaluate("document.fonts.ready")
    tab.wait_for_timeout(400)
    tab.screenshot(path=PICTURES / f"{name}.png")
    tab.close()


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as home, sync_playwright() as play:
        environment = {**os.environ, "SINCERELY_HOME": home, "SINCERELY_NOW": MOMENT, "TZ": "Europe/London"}
        command = [sys.executable, "-m", "sincerely", "serve", "--port", "0"]
        desk = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            address = next(word for word in desk.stdout.readline().split() if word.startswith("http://")).rstrip("/")
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            tab = browser.new_page(base_url=address, viewport=WIDE)
            tab.goto("/")
            tab.screenshot(path=PICTURES / "start-light.png")
            tab.get_by_role("button", name="Look round").click()
            tab.wait_for_url(f"{address}/")
            for name, shot in SHOTS.items():
                shoot(browser, address, name, *shot)
            browser.close()
        finally:
            desk.terminate()
            desk.wait()


if __name__ == "__main__":
    main()
