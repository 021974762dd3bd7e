"""What Chromium is told as it starts."""

# Without these Chromium asks its maker for news all the time; a closed network refuses each.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
# Where an error stands in a script is noted as the script is read. Otherwise Chromium reads the function again for each
# error while somebody looks on, as Playwright does: half a second more for each first chart.
SWIFT = ["--js-flags=--no-enable-lazy-source-positions"]
