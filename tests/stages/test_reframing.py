"""The choice of another attempt: what is changed for what, who films it, and when nobody does."""

from collections.abc import Callable

import pytest

from storyworld.epistemics.judging import Discovered
from storyworld.physics.staging import frame_shot
from storyworld.records.episode import Reframing
from storyworld.records.evidence import AbstentionReason
from storyworld.records.goal import Backend, RiskProfile
from storyworld.records.scenario import Framing
from storyworld.records.verdict import Judgement
from storyworld.stages.levers import OF_EVIDENCE, OF_THE_FILM
from storyworld.stages.reframing import ATTEMPTS, choose
from tests import making
from tests.stages.tries import (
    ANIMATEDIFF,
    BEAT,
    STUB,
    SVD,
    VEO,
    chosen,
    following,
    lacking,
    means,
    refused,
    tried,
    without,
)
from tests.vision.filming import dropped

Why = AbstentionReason
LONGER: Callable[[Framing, Framing], bool] = lambda a, b: b.extra_s > a.extra_s  # noqa: E731
FURTHER: Callable[[Framing, Framing], bool] = lambda a, b: b.zoom < a.zoom  # noqa: E731
FASTER: Callable[[Framing, Framing], bool] = lambda a, b: b.frame_rate_hz > a.frame_rate_hz  # noqa: E731
SHARPER: Callable[[Framing, Framing], bool] = lambda a, b: b.width_px > a.width_px  # noqa: E731


@pytest.mark.parametrize(
    ("reason", "better", "words"),
    [
        (Why.FILM_TOO_SHORT, LONGER, "the film was too short for fall time: filmed again for "),
        (Why.OUT_OF_FRAME, FURTHER, "left the picture: filmed again from further away"),
        (
            Why.TOO_FEW_SAMPLES,
            FASTER,
            "fall time had too few samples: filmed again at 60 Hz instead of 30 Hz",
        ),
        (Why.EVENT_NOT_SEEN, FASTER, "the event of fall time was not seen: filmed again at 60 Hz"),
        (Why.NOT_VISIBLE, SHARPER, "filmed again at 1280×720 pixels instead of 640×360"),
        (Why.TRACK_LOST, SHARPER, "was lost on the way: filmed again at 1280×720"),
        (Why.SCALE_UNKNOWN, SHARPER, "the scale was unknown for fall time"),
        (Why.FRAME_RATE_UNKNOWN, SHARPER, "the clock could not be read"),
        (Why.NOT_MEASURABLE, SHARPER, "fall time could not be measured"),
        (Why.INCONSISTENT_PREMISE, SHARPER, "fall time was not as stated"),
    ],
)
def test_a_simulation_is_filmed_again_so_that_it_may_show_what_was_missing(
    reason: AbstentionReason, better: Callable[[Framing, Framing], bool], words: str
) -> None:
    made = chosen(without(reason))

    changed = [t for t in (LONGER, FURTHER, FASTER, SHARPER) if t(Framing(), made.framing)]
    assert changed == [better], "and nothing else is changed"
    assert (made.backend, made.seed) == (STUB, 0)
    assert words in made.because


def test_every_reason_has_a_place_in_the_tables() -> None:
    assert {*OF_EVIDENCE} == {*AbstentionReason}
    assert {*OF_THE_FILM} <= {*Discovered}


def test_levers_that_do_not_fight_are_pulled_together() -> None:
    lacks = lacking(
        ("landing_distance", Why.OUT_OF_FRAME),
        ("fall_time", Why.TOO_FEW_SAMPLES),
        ("hold_time", Why.FILM_TOO_SHORT),
        ("tilt", Why.NOT_VISIBLE),
    )
    made = chosen(lacks).framing

    assert (made.width_px, made.frame_rate_hz) == (1280, 60)
    assert made.zoom == pytest.approx(0.6)
    assert made.extra_s >= 2


def test_one_lever_serves_two_reasons_once() -> None:
    lacks = lacking(("fall_time", Why.TOO_FEW_SAMPLES), ("bounce", Why.EVENT_NOT_SEEN))

    assert chosen(lacks).framing.frame_rate_hz == 60


def test_the_camera_does_not_go_away_and_come_nearer_at_once() -> None:
    at_most = Framing(width_px=1280, height_px=720, zoom=0.5)
    lacks = lacking(("landing_distance", Why.OUT_OF_FRAME), ("tilt", Why.NOT_VISIBLE))
    made = chosen(lacks, tried(at_most))

    assert made.framing.zoom == pytest.approx(0.3)
    assert "nearer" not in made.because


def test_a_lever_at_its_limit_is_passed_over_for_the_next() -> None:
    fast = Framing(frame_rate_hz=120)
    assert LONGER(fast, chosen(without(Why.EVENT_NOT_SEEN), tried(fast)).framing)
    far = Framing(width_px=1280, height_px=720, zoom=0.4)
    nearer = chosen(without(Why.NOT_VISIBLE), tried(far))
    assert nearer.framing.zoom > 0.4
    assert "from nearer by" in nearer.because


def test_the_camera_never_comes_so_near_that_the_scene_is_cut_off() -> None:
    zooms = [Framing(width_px=1280, height_px=720, zoom=0.5)]
    for _ in range(3):
        made = choose(BEAT, without(Why.NOT_VISIBLE), (tried(zooms[-1]),), means())
        assert isinstance(made, Reframing)
        zooms.append(made.framing)
    assert max(f.zoom for f in zooms) <= 1.0


def test_a_film_that_cannot_have_more_frames_gets_no_higher_rate() -> None:
    """A film has at most 2,000 frames: one of 100 s is at 20 Hz whatever is asked for."""
    long = dropped(20.0, duration_s=100.0)
    by = means(shot_of=lambda framing, _: frame_shot(long, framing))
    last = tried().revised(shot=frame_shot(long, Framing()))

    assert "nothing else can be changed" in refused(without(Why.TOO_FEW_SAMPLES), last, by=by)


# ---- generated films -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lacks",
    [
        lacking(discovered=(Discovered.INCONSISTENT_PREMISE, Discovered.RENDER_UNFAITHFUL)),
        lacking(discovered=(Discovered.RENDER_UNFAITHFUL,)),
        without(Why.TOO_FEW_SAMPLES),
        without(Why.NOT_VISIBLE),
    ],
)
def test_a_generator_that_makes_its_own_sizes_and_rates_is_asked_for_another_seed(
    lacks: Judgement,
) -> None:
    made = chosen(lacks, tried(backend=SVD, seed=7), by=means(SVD))

    assert made == made.revised(framing=Framing(), backend=SVD, seed=8)
    assert made.because.endswith("filmed again by another seed")


def test_the_camera_of_a_generator_may_stand_further_away() -> None:
    made = chosen(without(Why.OUT_OF_FRAME), tried(backend=SVD), by=means(SVD))

    assert (made.framing.zoom, made.seed) == (0.6, 0)


def test_two_films_of_something_else_are_enough_of_a_generator_if_another_is_there() -> None:
    void = lacking(discovered=(Discovered.INCONSISTENT_PREMISE,))
    tries = (tried(backend=VEO), tried(backend=VEO, seed=1))

    made = chosen(void, *tries, by=means(VEO, SVD))
    assert made.backend is SVD
    assert "by svd instead of veo" in made.because
    assert chosen(void, *tries, by=means(VEO)).seed == 2, "but where there is none"


@pytest.mark.parametrize("backends", [(ANIMATEDIFF, SVD), (ANIMATEDIFF, STUB)])
def test_after_a_film_without_weight_another_backend_is_asked(
    backends: tuple[Backend, ...],
) -> None:
    weightless = lacking(
        ("fall_time", Why.OUT_OF_FRAME), discovered=(Discovered.FILM_WITHOUT_WEIGHT,)
    )
    made = chosen(weightless, tried(backend=ANIMATEDIFF), by=means(*backends))

    assert made.backend is backends[1]
    assert made.framing == Framing(), "where it stood does not matter"


def test_a_film_without_weight_is_not_made_again_where_nobody_else_is_configured() -> None:
    weightless = lacking(discovered=(Discovered.FILM_WITHOUT_WEIGHT,))

    for backends in ((ANIMATEDIFF,), (VEO, ANIMATEDIFF)):
        why = refused(weightless, tried(backend=backends[0]), by=means(*backends))
        assert "no other backend is configured" in why


def test_what_rests_on_imposed_frames_is_filmed_by_who_is_given_fewer() -> None:
    imposed = without(Why.FRAMES_IMPOSED)

    assert chosen(imposed, tried(backend=SVD), by=means(SVD, STUB)).backend is STUB
    refused(imposed, tried(backend=SVD), by=means(SVD, VEO))


def test_another_backend_is_taken_for_its_camera_where_that_shows_more() -> None:
    lacks = lacking(("fall_time", Why.TOO_FEW_SAMPLES), ("start", Why.FRAMES_IMPOSED))
    made = chosen(lacks, tried(backend=SVD), by=means(SVD, STUB))

    assert made.backend is STUB
    assert "fall time had too few samples" in made.because


@pytest.mark.parametrize("backend", [STUB, SVD])
def test_a_film_that_could_not_be_read_is_made_anew(backend: Backend) -> None:
    made = chosen(without(Why.FILM_UNREADABLE), tried(backend=backend), by=means(backend))

    assert (made.framing, made.backend, made.seed) == (Framing(), backend, 1)


def test_the_last_seed_there_is_is_followed_by_the_first() -> None:
    last = tried(backend=SVD, seed=2**31 - 1)
    assert chosen(without(Why.NOT_VISIBLE), last, by=means(SVD)).seed == 0


# ---- no other film -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Why.OBSERVER_UNAVAILABLE, "where no observer could be asked about fall time"),
        (Why.NO_FILM, "nobody looked for fall time"),
        (Why.MALFORMED_REPLY, "no observer gave a plain answer about fall time"),
        (Why.PARAMETER_NOT_GIVEN, "fall time was not given"),
    ],
)
def test_no_film_helps_where_it_is_not_the_film_that_is_wanting(
    reason: AbstentionReason, words: str
) -> None:
    for backends in ((STUB,), (SVD, STUB)):
        assert words in refused(without(reason), tried(backend=backends[0]), by=means(*backends))


def test_no_film_shows_a_parameter_that_was_not_given() -> None:
    beat = making.beat(None, missing=("height",))
    assert refused(without(Why.TOO_FEW_SAMPLES), beat=beat) == "no film shows what is missing"
    assert refused(lacking()) == "no film shows what is missing"


@pytest.mark.parametrize(
    ("risk", "words"),
    [
        (RiskProfile.LOW, "the risk profile low allows 1 attempt"),
        (RiskProfile.MEDIUM, "the risk profile medium allows 2 attempts"),
        (RiskProfile.HIGH, "the risk profile high allows 4 attempts"),
    ],
)
def test_the_risk_profile_says_how_often(risk: RiskProfile, words: str) -> None:
    lacks, tries = without(Why.EVENT_NOT_SEEN), [tried()]
    while isinstance(made := choose(BEAT, lacks, tuple(tries), means(risk=risk)), Reframing):
        tries.append(following(made, len(tries)))

    assert len(tries) == ATTEMPTS[risk]
    assert made.because == words


def test_where_nothing_can_be_changed_it_says_so() -> None:
    fast = tried(Framing(frame_rate_hz=120))
    assert "at their limits" in refused(without(Why.TOO_FEW_SAMPLES), fast)
