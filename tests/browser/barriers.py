"""What axe finds wrong with a page: as it was opened, and in the other of light and dark without opening it again."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RUN = "axe.run({ resultTypes: ['violations'] }).then((results) => results.violations)"
# What is painted behind everything says how dark a page is, whatever the page believes itself to be.
IS_SHOWN = """(scheme) => {
  const colours = [document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor);
  const [red, green, blue] = colours.find((one) => one !== "rgba(0, 0, 0, 0)").match(/[\\d.]+/g).map(Number);
  return (red + green + blue < 3 * 128) === (scheme === "dark");
}"""
# A chart is drawn anew; Plotly says when that is done.
EXPECT_CHARTS_ANEW = """() => {
  const charts = [...document.querySelectorAll(".js-plotly-plot")];
  window.chartsOfBefore = charts.length;
  for (const chart of charts) chart.once("plotly_afterplot", () => (window.chartsOfBefore -= 1));
}"""
# Halfway from one colour to the other nothing is legible, nor has to be.
IS_CHANGED = f"""(scheme) => {{
  const isShown = {IS_SHOWN};
  if (!isShown(scheme) || window.chartsOfBefore > 0) return false;
  const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
  for (const one of fading) one.finish();
  return fading.length === 0;
}}"""


def open_whole(page: Page, address: str) -> None:
    """Open a page and wait for its charts, the only parts that come after it has loaded."""
    page.goto(address)
    page.wait_for_function("!document.querySelector('.skeleton')")


def barriers(page: Page) -> list[str]:
    """Return each barrier in a page, with the element that it is in."""
    if page.evaluate("!window.axe"):
        page.evaluate(AXE_SCRIPT)
    return [f"{one['id']}: {node['html'][:160]}" for one in page.evaluate(RUN) for node in one["nodes"]]


def barriers_in_both(page: Page) -> list[str]:
    """Return a page's barriers in light and in dark.

    The tab stays in the scheme that came last: of several pages one is opened in light and changes to dark,
    the next is opened in dark and changes to light.
    """
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    opened, other = ("dark", "light") if is_dark else ("light", "dark")
    page.wait_for_function(IS_SHOWN, arg=opened)
    found = [f"{opened}: {one}" for one in barriers(page)]
    page.evaluate(EXPECT_CHARTS_ANEW)
    page.emulate_media(color_scheme=other)
    page.wait_for_function(IS_CHANGED, arg=other)
    return found + [f"{other}: {one}" for one in barriers(page)]
