"""Small SVG pictures for the report: pure, inline, no script. Texts are escaped."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from eval.metrics.abstention import CurvePoint
from eval.statistics import Estimate

_BAR_WIDTH, _BAR_HEIGHT = 240, 20
_WIDTH, _HEIGHT = 460, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 14, 14, 42
_BINS = 24


def bar(estimate: Estimate) -> Markup:
    """A share in [0, 1] as a bar, its 95 % interval as a whisker."""
    if estimate.value is None:
        return Markup("")
    parts = [_rect(0, 3, _BAR_WIDTH, 14, "track"), _rect(0, 3, estimate.value * _BAR_WIDTH, 14, "fill")]
    if estimate.low is not None and estimate.high is not None:
        low, high = (min(_BAR_WIDTH - 1, max(1, x * _BAR_WIDTH)) for x in (estimate.low, estimate.high))
        parts += [_line(low, 10, high, 10, "whisker"), *(_line(x, 6, x, 14, "whisker") for x in (low, high))]
    return _svg(_BAR_WIDTH, _BAR_HEIGHT, parts, f"{estimate.value:.3f}")


def curve(points: Sequence[CurvePoint]) -> Markup:
    """Accuracy among the surest answers against the share of questions answered."""
    if not points:
        return Markup("<p>No answer to draw.</p>")
    ticks = [0.0, 0.25, 0.5, 0.75, 1.0]
    parts = [*_grid(ticks, [f"{t:g}" for t in ticks], ticks, [f"{t:g}" for t in ticks])]
    path = " ".join(f"{_x(p.coverage):.1f},{_y(p.accuracy):.1f}" for p in points)
    parts.append(Markup('<polyline class="curve" points="{}"/>').format(path))
    last = points[-1]
    parts.append(
        Markup('<circle class="end" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(_x(last.coverage), _y(last.accuracy))
    )
    label = f"{last.accuracy:.2f} at {last.coverage:.2f}"
    parts.append(_text(_x(last.coverage) - 8, _y(last.accuracy) + 20, label, "end"))
    parts += _axes("coverage: share of questions answered, surest first", "accuracy")
    return _svg(_WIDTH, _HEIGHT, parts, "Coverage-accuracy curve")


def histogram(milliseconds: Sequence[float], marks: Sequence[tuple[str, float]]) -> Markup:
    """How many answers took how long; ``marks`` are named vertical lines. The slowest 1 % are put in the last bar."""
    if not milliseconds:
        return Markup("<p>No answer to draw.</p>")
    top = _round_up(sorted(milliseconds)[math.ceil(0.99 * len(milliseconds)) - 1])
    counts = [0] * _BINS
    for value in milliseconds:
        counts[min(_BINS - 1, int(_BINS * value / top))] += 1
    most = _round_up(max(counts))
    x_ticks, y_ticks = [0, 0.25, 0.5, 0.75, 1.0], [0, 0.5, 1.0]
    parts = [*_grid(x_ticks, [f"{t * top:g}" for t in x_ticks], y_ticks, [f"{t * most:g}" for t in y_ticks])]
    step = (_x(1) - _x(0)) / _BINS
    parts += [
        _rect(_x(0) + i * step + 1, _y(count / most), step - 2, _y(0) - _y(count / most), "fill")
        for i, count in enumerate(counts)
    ]
    for row, (name, value) in enumerate(marks):
        at = _x(min(1.0, value / top))
        parts += [
            _line(at, _y(1), at, _y(0), "whisker"),
            _label(at, _TOP + 12 + 15 * row, f"{name} {value:.0f} ms"),
        ]
    parts += _axes("milliseconds for one answer", "answers")
    return _svg(_WIDTH, _HEIGHT, parts, "Latency histogram")


def _x(share: float) -> float:
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(share: float) -> float:
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _grid(xs: Sequence[float], x_labels: Sequence[str], ys: Sequence[float], y_labels: Sequence[str]) -> list[Markup]:
    columns = [_text(_x(x), _y(0) + 16, label, "middle") for x, label in zip(xs, x_labels, strict=True)]
    rows = [_line(_x(0), _y(y), _x(1), _y(y), "grid") for y in ys]
    return columns + rows + [_text(_x(0) - 6, _y(y) + 4, label, "end") for y, label in zip(ys, y_labels, strict=True)]


def _axes(below: str, beside: str) -> list[Markup]:
    turned = Markup('<text transform="translate(13 {:.1f}) rotate(-90)" text-anchor="middle">{}</text>')
    return [_text((_x(0) + _x(1)) / 2, _HEIGHT - 6, below, "middle"), turned.format((_y(0) + _y(1)) / 2, beside)]


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 5, 8, 10 times a power of ten: a calm end for an axis."""
    power = 10.0 ** math.floor(math.log10(max(value, 1e-9)))
    return next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= value * (1 - 1e-9))


def _rect(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    return Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        kind, x, y, width, height
    )


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    return Markup('<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>').format(kind, x1, y1, x2, y2)


def _text(x: float, y: float, words: str, anchor: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(x, y, anchor, words)


def _label(x: float, y: float, words: str) -> Markup:
    """Beside a vertical line, on the side that has room."""
    return _text(x + 4, y, words, "start") if x < (_x(0) + _x(1)) / 2 else _text(x - 4, y, words, "end")


def _svg(width: int, height: int, parts: Sequence[Markup], label: str) -> Markup:
    frame = Markup('<svg viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-label="{2}">{3}</svg>')
    return frame.format(width, height, label, Markup("").join(parts))
