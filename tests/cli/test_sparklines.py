import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from storyworld.cli.sparklines import BLOCKS, CELLS, show_series, sparkline
from storyworld.records.answer import AttemptAnswer, BeatAnswer
from storyworld.records.identity import AttemptKey
from storyworld.records.quantity import Sampling, TimeSeries, Unit
from tests import making


def series(*values: float, frames: tuple[int, ...] | None = None, of: int = 0) -> TimeSeries:
    """Samples at 10 frames a second, on these frames, of a film that long."""
    taken = tuple(range(len(values))) if frames is None else frames
    film = Sampling(frame_rate_hz=10.0, frame_count=of) if of else None
    return TimeSeries(
        name="ball_y",
        unit=Unit.METRE,
        times_s=tuple(n / 10.0 for n in taken),
        values=values,
        uncertainties=(0.0,) * len(values),
        sampling=film,
    )


def test_the_lowest_sample_is_the_lowest_block_and_the_highest_the_highest() -> None:
    assert sparkline(series(*range(8), of=8), cells=8) == BLOCKS
    assert sparkline(series(*reversed(range(8)), of=8), cells=8) == BLOCKS[::-1]


def test_where_nothing_was_seen_nothing_is_drawn() -> None:
    seen = series(1.0, 2.0, frames=(0, 7), of=8)
    assert sparkline(seen, cells=8) == f"{BLOCKS[0]}      {BLOCKS[-1]}"


def test_a_film_is_drawn_to_its_end_also_where_the_series_ends_before() -> None:
    assert sparkline(series(1.0, 2.0, frames=(0, 1), of=8), cells=8).endswith("      ")
    assert not sparkline(series(1.0, 2.0), cells=8).endswith(" ")


def test_what_never_changes_lies_in_the_middle() -> None:
    assert set(sparkline(series(3.0, 3.0, 3.0, of=3), cells=3)) == {BLOCKS[3]}
    assert sparkline(series(3.0), cells=4).strip() == BLOCKS[3]


def test_a_series_without_samples_is_blank() -> None:
    assert sparkline(series(), cells=5) == " " * 5


finite = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(finite, min_size=1, max_size=90), st.integers(1, 60))
def test_any_series_is_a_line_of_its_width_that_holds_no_other_sign(
    values: list[float], cells: int
) -> None:
    drawn = sparkline(series(*values, of=len(values)), cells)
    assert len(drawn) == cells
    assert set(drawn) <= {*BLOCKS, " "}
    assert drawn.strip()


@given(st.lists(finite, min_size=2, max_size=30, unique=True))
def test_of_two_cells_the_higher_value_is_never_drawn_lower(values: list[float]) -> None:
    drawn = sparkline(series(*values, of=len(values)), len(values))
    heights = [BLOCKS.index(sign) for sign in drawn]
    for one, its in zip(values, heights, strict=True):
        for other, height in zip(values, heights, strict=True):
            assert one > other or its <= height


def shown(because: str = "") -> BeatAnswer:
    attempt = making.attempt(AttemptKey(episode_id=making.EPISODE))
    seen = making.observation().revised(series=(series(*range(8), of=8), series()))
    return BeatAnswer(
        beat=making.beat(),
        attempts=(
            AttemptAnswer(
                attempt=0,
                backend=attempt.backend,
                seed=0,
                framing=attempt.framing,
                shot=attempt.shot,
                artifact=None,
                observations=(seen,),
                judgement=None,
                because=because,
            ),
        ),
    )


@pytest.mark.parametrize("beats", [(), (shown().revised(attempts=()),)])
def test_without_a_film_there_is_no_line(beats: tuple[BeatAnswer, ...]) -> None:
    to = Console(file=io.StringIO(), width=160)
    show_series(to, beats)
    assert to.file.getvalue() == ""  # type: ignore[attr-defined]


def test_a_series_is_told_with_its_range_its_unit_and_when() -> None:
    to = Console(file=io.StringIO(), width=160)
    show_series(to, (shown(),))
    (line,) = to.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert "ball_y: 0 to 7 m, 0.00 to 0.70 s" in line
    assert len(line.split("series      ")[1].split("  ball_y")[0]) == CELLS
