"""The geometry of the pictures."""

from hypothesis import given
from hypothesis import strategies as st

from storyworld.evidence_export.charts import BAR_WIDTH, K, chart, margin_bars
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.quantity import Quantity, TimeSeries, Unit

reals = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
spreads = st.floats(min_value=0, max_value=1e5, allow_nan=False)
SLACK = 0.11  # coordinates are rounded to a tenth


def seconds(value: float, u: float = 0.0) -> Quantity:
    return Quantity(value=value, unit=Unit.SECOND, uncertainty=u)


@given(st.lists(st.tuples(reals, spreads), min_size=1, max_size=4))
def test_a_whisker_clears_the_middle_exactly_when_the_margin_is_decided(
    margins: list[tuple[float, float]],
) -> None:
    bars = tuple(margin_bars(seconds(m, u) for m, u in margins))
    half = BAR_WIDTH / 2
    for (m, u), bar in zip(margins, bars, strict=True):
        assert 0 <= bar.low <= bar.at <= bar.high <= BAR_WIDTH
        if m > K * u:
            assert bar.low >= half - SLACK
        if m < -K * u:
            assert bar.high <= half + SLACK
        if abs(m) < K * u:
            assert bar.low <= half + SLACK
            assert bar.high >= half - SLACK


def test_bars_of_one_constraint_share_a_scale() -> None:
    small, large = margin_bars((seconds(0.1), seconds(0.4)))
    half = BAR_WIDTH / 2
    assert abs((large.at - half) - 4 * (small.at - half)) < 0.3


def series(times: list[float], values: list[float], u: float = 0.1) -> TimeSeries:
    return TimeSeries(
        name="y",
        unit=Unit.METRE,
        times_s=tuple(times),
        values=tuple(values),
        uncertainties=tuple(u for _ in times),
    )


def points(line: str) -> list[tuple[float, float]]:
    return [tuple(map(float, p.split(","))) for p in line.split()]


@given(st.lists(st.tuples(reals, spreads), max_size=60))
def test_everything_drawn_lies_inside_the_frame(rows: list[tuple[float, float]]) -> None:
    drawn = chart(
        TimeSeries(
            name="y",
            unit=Unit.METRE,
            times_s=tuple(i / 30 for i in range(len(rows))),
            values=tuple(v for v, _ in rows),
            uncertainties=tuple(u for _, u in rows),
        ),
        (),
        30.0,
    )
    for line in (*drawn.lines, *drawn.bands):
        for x, y in points(line):
            assert drawn.left - SLACK <= x <= drawn.right + SLACK
            assert drawn.top - SLACK <= y <= drawn.base + SLACK
    for tick in drawn.x_ticks:
        assert drawn.left - SLACK <= tick.at <= drawn.right + SLACK
    for tick in drawn.y_ticks:
        assert drawn.top - SLACK <= tick.at <= drawn.base + SLACK
    assert 1 <= len(drawn.y_ticks) <= 12


def test_higher_values_are_drawn_higher_and_later_ones_to_the_right() -> None:
    (line,) = chart(series([0, 1, 2], [0, 5, 10]), (), 30.0).lines
    (x0, y0), (x1, y1), (x2, y2) = points(line)
    assert x0 < x1 < x2
    assert y0 > y1 > y2
    assert abs((y0 - y1) - (y1 - y2)) < 0.3


def test_a_gap_splits_the_line() -> None:
    drawn = chart(series([0, 0.1, 0.2, 0.9, 1.0], [1, 2, 3, 4, 5]), (), 10.0)
    assert [len(points(line)) for line in drawn.lines] == [3, 2]


def test_a_lone_sample_between_gaps_is_a_dot() -> None:
    drawn = chart(series([0, 0.1, 0.2, 0.6, 1.0, 1.1], [1, 2, 3, 4, 5, 6]), (), 10.0)
    assert len(drawn.dots) == 1


def test_a_long_series_is_thinned_without_tearing_it() -> None:
    n = 2000
    drawn = chart(series([i / 240 for i in range(n)], [float(i) for i in range(n)]), (), 240.0)
    assert len(drawn.lines) == 1
    assert len(points(drawn.lines[0])) <= 400


def test_a_gap_in_a_long_series_is_not_thinned_away() -> None:
    times = [i / 240 for i in range(2000) if not 1000 <= i <= 1002]
    drawn = chart(series(times, times), (), 240.0)
    assert len(drawn.lines) == 2
    ends = [points(line)[-1][0] for line in drawn.lines]
    assert ends[-1] == drawn.right  # and the last sample is drawn


def test_evidence_is_shown_where_on_the_film_it_rests() -> None:
    item = Evidence(
        evidence_id="e",
        name="fall_time",
        quantity=seconds(1.0),
        source=EvidenceSource.MEASUREMENT,
        method="m",
        frames=FrameRange(first=0, last=30),
    )
    drawn = chart(series([0, 1, 2], [0, 1, 2]), (item,), 30.0)
    (span,) = drawn.spans
    assert abs(span.width - (drawn.right - drawn.left) / 2) < 0.3
    assert drawn.height > chart(series([0, 1, 2], [0, 1, 2]), (), 30.0).height


def test_a_whisker_is_as_wide_as_the_guard_band_that_decides() -> None:
    margin = Quantity(value=0.25, unit=Unit.SECOND, uncertainty=0.1)
    (decided,), (undecided,) = margin_bars([margin]), margin_bars([margin], guard=3.0)
    assert decided.low > BAR_WIDTH / 2, "clear of the middle: decided at k = 2"
    assert undecided.low < BAR_WIDTH / 2, "across the middle: undecided at k = 3"
