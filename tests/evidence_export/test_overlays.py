"""Two series on one time axis."""

import re

from storyworld.evidence_export.overlays import overlay
from storyworld.records.comparison import ComparedSeries, Samples
from storyworld.records.quantity import Unit


def samples(*rows: tuple[float, float, float]) -> Samples:
    times, values, uncertainties = zip(*rows, strict=True)
    return Samples(times_s=times, values=values, uncertainties=uncertainties)


def series(before: tuple[Samples, ...], after: tuple[Samples, ...]) -> ComparedSeries:
    return ComparedSeries(beat=0, name="height", unit=Unit.METRE, before=before, after=after)


def points(line: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.-]+),([\d.-]+)", line)]


def test_the_same_instant_and_value_lie_at_the_same_place_in_both() -> None:
    one = samples((0.0, 0.0, 0.1), (1.0, 5.0, 0.1))
    drawn = overlay(series((one,), (samples((1.0, 5.0, 0.1), (4.0, 9.0, 0.1)),)))
    assert points(drawn.before.lines[0])[1] == points(drawn.after.lines[0])[0]
    assert points(drawn.after.lines[0])[1][0] > points(drawn.before.lines[0])[1][0]
    assert drawn.counts == (2, 2)


def test_everything_lies_within_the_axes_bands_and_all() -> None:
    drawn = overlay(
        series((samples((0.0, -3.0, 2.0), (2.0, 1.0, 0.0)),), (samples((-1.0, 8.0, 4.0)),))
    )
    for trace in (drawn.before, drawn.after):
        for x, y in (p for shape in (*trace.lines, *trace.bands) for p in points(shape)):
            assert drawn.left <= x <= drawn.right
            assert drawn.top <= y <= drawn.base
    assert len(drawn.after.dots) == 1


def test_a_gap_is_not_bridged() -> None:
    runs = (samples((0.0, 0.0, 0.1), (0.1, 1.0, 0.1)), samples((5.0, 2.0, 0.1), (5.1, 3.0, 0.1)))
    assert len(overlay(series(runs, ())).before.lines) == 2


def test_one_side_alone_or_nothing_at_all_can_be_drawn() -> None:
    alone = overlay(series((), (samples((0.0, 1.0, 0.0), (1.0, 1.0, 0.0)),)))
    assert alone.before.lines == ()
    assert len(alone.after.lines) == 1
    assert overlay(series((), ())).x_ticks
