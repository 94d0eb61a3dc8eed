"""When a page shows its largest part in a real browser (LCP), and what comes over the line for it.

Run: python benchmarks/paint.py [APPLICATIONS]. Needs chromium and the packages of requirements-test.lock. `cold`: a browser that
has nothing of the desk yet; `warm`: style and scripts are there. The figure is the browser's own (W3C, Largest Contentful Paint).
"""

import gzip
import shutil
import statistics
import sys

from playwright.sync_api import BrowserContext, Response, sync_playwright
from web import served

PAGES = ("/", "/applications", "/application/3", "/interview/3", "/people", "/write/1", "/insight", "/settings/policy")
RUNS = 5
PAINTED = """() => new Promise((done) => {
  const seen = new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime));
  seen.observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(-1), 5000);
})"""


def painted(context: BrowserContext, address: str, way: str) -> tuple[float, int]:
    """LCP in ms, and the gzipped bytes that came."""
    page = context.new_page()
    came: list[Response] = []
    page.on("response", lambda answer: came.append(answer))
    page.goto(address + way, wait_until="networkidle")
    found = float(page.evaluate(PAINTED))
    weight = sum(len(gzip.compress(answer.body())) for answer in came if not answer.from_service_worker)
    page.close()
    return found, weight


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with served(count) as desk, sync_playwright() as play:
        address = f"http://127.0.0.1:{desk.port}"
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        print(f"{'page':<24}{'LCP cold':>10}{'worst':>8}{'LCP warm':>10}{'worst':>8}{'gzipped':>10}")
        for way in PAGES:
            cold, warm, weights = [], [], []
            for _ in range(RUNS):
                context = browser.new_context()
                first, weight = painted(context, address, way)
                again, _ = painted(context, address, way)
                context.close()
                cold.append(first)
                warm.append(again)
                weights.append(weight)
            figures = (statistics.median(cold), max(cold), statistics.median(warm), max(warm))
            print(f"{way:<24}" + "{:>8.0f}ms{:>6.0f}ms{:>8.0f}ms{:>6.0f}ms".format(*figures) + f"{max(weights) / 1000:>8.0f}kB")
        browser.close()


if __name__ == "__main__":
    main()
