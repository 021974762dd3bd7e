"""A changed digit is noticed: a small sample of what `make bench` counts on every sample document."""

from __future__ import annotations

from bench.changed_digits import SAMPLES, share_noticed


def test_nearly_every_changed_digit_is_noticed() -> None:
    [path] = SAMPLES.glob("上海市财政局2025*.pdf")
    tried, noticed, _ = share_noticed(path, 20)
    assert tried == 20
    assert noticed >= 19
