"""After a film that showed too little: the next attempt is written as it was chosen, or the end."""

import time
from dataclasses import replace

import pytest

from storyworld.archive import attempts, episodes, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.physics.families import staged
from storyworld.physics.staging import frame_shot
from storyworld.planners import planner_named
from storyworld.records.episode import Attempt, EpisodeResult
from storyworld.records.evidence import Abstention, AbstentionReason
from storyworld.records.goal import Backend, CostPolicy, Goal, RiskProfile
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.render import Grounding, RenderRequest
from storyworld.records.scenario import Framing, Plan
from storyworld.records.verdict import OutcomeKind
from storyworld.renderers import film_format
from storyworld.stages import evaluate, plan
from tasks.commit import _WORK
from tasks.step import Onward, do
from tests import making
from tests.tasks.selling import Vendor, selling
from tests.tasks.waiting import FALL

SEEN_ONLY = Goal(text=FALL, requires_visual_verification=True, seed=5)
TOO_FEW, TOO_SHORT = AbstentionReason.TOO_FEW_SAMPLES, AbstentionReason.FILM_TOO_SHORT


def filmed(here: House, goal: Goal, backend: Backend, budget_usd: float) -> AttemptKey:
    """Write an episode whose first attempt is to be filmed."""
    read = plan(goal, planner=planner_named("rules"))
    assert isinstance(read, Plan)
    scene, film = staged(read.beats[0].scenario), film_format(backend, here.settings)
    with writing(here.engine) as session:
        key = episodes.create(
            session, goal, backend=backend, budget_usd=budget_usd, queue_limit=100
        ).key
        steps.finish(session, key, now=time.time())
        attempts.save_beats(session, key.episode_id, read.beats)
        attempt = making.attempt(key.of_attempt).revised(
            backend=backend, seed=goal.seed, shot=frame_shot(scene, Framing(), film)
        )
        attempts.open_attempt(session, attempt)
    return key.of_attempt


def committed(
    here: House,
    key: AttemptKey,
    reason: AbstentionReason,
    grounding: Grounding = Grounding.SIMULATED,
) -> Onward | None:
    """Commit an attempt whose film shows nothing, for a reason."""
    step = key.at(Stage.COMMIT)
    blind = making.observation(None, observation_id=f"obs_{key.attempt}")
    with writing(here.engine) as session:
        beat = attempts.beat(session, key)
        silent = tuple(Abstention(name=q.evidence, reason=reason) for q in beat.questions)
        seen = (blind.revised(abstentions=silent, grounding=grounding),)
        attempts.save_observations(session, key, seen)
        goal = episodes.summary(session, key.episode_id).goal
        judgement = evaluate(beat, seen, risk=goal.risk_profile)
        assert "fall_time" in {m.name for m in judgement.missing_evidence}
        attempts.save_judgement(session, key, judgement)
        steps.add(session, step, now=time.time(), due=time.time() + 60)
    return do(here, str(step), _WORK)


def attempt(here: House, key: AttemptKey) -> Attempt:
    with reading(here.engine) as session:
        return attempts.attempt(session, key)


def result(here: House, key: AttemptKey) -> EpisodeResult:
    with reading(here.engine) as session:
        return episodes.result(session, key.episode_id)


def test_the_next_attempt_is_filmed_as_it_was_chosen_and_says_why(here: House) -> None:
    key = filmed(here, SEEN_ONLY, Backend.STUB, 1.0)
    onward = committed(here, key, TOO_FEW)

    second = key.revised(attempt=1)
    made = attempt(here, second)
    assert made.framing.frame_rate_hz == 60
    assert made.shot.camera.frame_rate_hz == 60
    assert (made.backend, made.seed) == (Backend.STUB, 5)
    assert made.because.startswith("fall time")
    assert made.because.endswith("had too few samples: filmed again at 60 Hz instead of 30 Hz")
    assert onward is not None
    assert onward.ring is not None
    step, request = onward.ring
    assert step == second.at(Stage.RENDER)
    assert isinstance(request, RenderRequest)
    assert (request.shot, request.nonce) == (made.shot, made.nonce)


def test_when_the_attempts_are_used_up_the_episode_says_so(here: House) -> None:
    key = filmed(here, SEEN_ONLY, Backend.STUB, 1.0)
    committed(here, key, TOO_FEW)
    committed(here, key.revised(attempt=1), TOO_SHORT)

    ended = result(here, key)
    assert ended.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    assert ended.attempts_made == 2
    assert ended.because.endswith("; not filmed again: the risk profile medium allows 2 attempts")


def test_a_low_risk_profile_makes_one_attempt(here: House) -> None:
    goal = SEEN_ONLY.revised(risk_profile=RiskProfile.LOW)
    key = filmed(here, goal, Backend.STUB, 1.0)
    committed(here, key, TOO_FEW)

    assert result(here, key).because.endswith("the risk profile low allows 1 attempt")


def test_nobody_looks_again_at_what_no_observer_could_be_asked_about(here: House) -> None:
    key = filmed(here, SEEN_ONLY, Backend.STUB, 1.0)
    committed(here, key, AbstentionReason.OBSERVER_UNAVAILABLE)

    assert "no observer could be asked about fall time" in result(here, key).because


@pytest.mark.parametrize(
    ("policy", "budget_usd", "price", "by"),
    [
        (CostPolicy.BALANCED, 1.0, 0.32, Backend.VEO),
        (CostPolicy.BALANCED, 0.3, 0.32, Backend.SVD),
        (CostPolicy.THOROUGH, 0.32, 0.32, Backend.VEO),
        (CostPolicy.FRUGAL, 1.0, 0.32, Backend.SVD),
    ],
)
def test_what_is_bought_is_bought_again_as_policy_and_budget_allow(
    here: House, policy: CostPolicy, budget_usd: float, price: float, by: Backend
) -> None:
    there = selling(here, Vendor(price=price), veo_fallback_backend=Backend.SVD)
    key = filmed(there, SEEN_ONLY.revised(cost_policy=policy), Backend.VEO, budget_usd)
    committed(there, key, AbstentionReason.NOT_VISIBLE, Grounding.INITIAL)

    made = attempt(there, key.revised(attempt=1))
    assert made.backend is by
    assert made.shot.camera.width_px == {Backend.VEO: 1280, Backend.SVD: 1024}[by]
    assert made.seed == (6 if by is Backend.VEO else 5)


def test_a_film_without_weight_is_followed_by_one_of_a_backend_that_weighs(here: House) -> None:
    there = configured(here, fallback_backends=(Backend.SVD,))
    key = filmed(there, SEEN_ONLY, Backend.ANIMATEDIFF, 1.0)
    committed(there, key, TOO_FEW, Grounding.GUIDED)

    assert attempt(there, key.revised(attempt=1)).backend is Backend.SVD


def test_a_backend_whose_model_there_is_no_row_for_is_passed_over(here: House) -> None:
    there = configured(here, svd_model="nonesuch", fallback_backends=(Backend.SVD, Backend.STUB))
    key = filmed(there, SEEN_ONLY, Backend.ANIMATEDIFF, 1.0)
    committed(there, key, TOO_FEW, Grounding.GUIDED)

    assert attempt(there, key.revised(attempt=1)).backend is Backend.STUB


@pytest.mark.parametrize(("budget_usd", "again"), [(1.0, True), (0.05, False)])
def test_the_time_of_our_own_card_counts_against_the_budget_at_the_most(
    here: House, budget_usd: float, again: bool
) -> None:
    """A film of 120 s at 2.49 USD an hour costs 0.083 USD."""
    there = configured(here, gpu_usd_per_hour=2.49)
    key = filmed(there, SEEN_ONLY, Backend.SVD, budget_usd)
    onward = committed(there, key, AbstentionReason.NOT_VISIBLE, Grounding.INITIAL)

    assert onward is not None
    assert (onward.ring is not None) == again
    if not again:
        assert "a film of svd costs 0.08 USD" in result(there, key).because


def test_an_episode_goes_on_with_the_backend_that_filmed_it(here: House) -> None:
    """Veo was asked for, and svd stood in for it: the next attempt does not ask Veo again."""
    there = configured(here, veo_fallback_backend=Backend.SVD)
    key = filmed(there, SEEN_ONLY, Backend.VEO, 1.0)
    shot = frame_shot(
        staged(_scenario(there, key)), Framing(), film_format(Backend.SVD, there.settings)
    )
    with writing(there.engine) as session:
        asked = attempts.attempt(session, key)
        attempts.renew(session, asked.revised(backend=Backend.SVD, shot=shot))
    committed(there, key, AbstentionReason.NOT_VISIBLE, Grounding.INITIAL)

    made = attempt(there, key.revised(attempt=1))
    assert (made.backend, made.seed) == (Backend.SVD, 6)


def _scenario(here: House, key: AttemptKey):  # type: ignore[no-untyped-def]
    with reading(here.engine) as session:
        return attempts.beat(session, key).scenario


def configured(here: House, **settings: object) -> House:
    return replace(here, settings=here.settings.model_copy(update=settings))
