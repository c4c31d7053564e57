"""A beat that was filmed and showed too little, and what it might be filmed again with."""

from storyworld.physics.staging import frame_shot
from storyworld.records.episode import Attempt, NoReframing, Reframing
from storyworld.records.evidence import Abstention, AbstentionReason
from storyworld.records.goal import Backend, CostPolicy, RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.scenario import Beat, Framing, Shot
from storyworld.records.verdict import Judgement
from storyworld.renderers import film_format, imposed_by
from storyworld.settings import Settings
from storyworld.stages import evaluate
from storyworld.stages.reframing import Maker, Means, choose
from tests import making
from tests.vision.filming import dropped

SETTINGS = Settings()
SCENE = dropped(20.0)
BEAT = making.beat(2.0, visual=True)
BLIND = evaluate(BEAT, (making.observation(None),), risk=RiskProfile.MEDIUM)
PRICES = {Backend.VEO: 0.32, Backend.SVD: 0.01, Backend.ANIMATEDIFF: 0.01, Backend.STUB: 0.0}
STUB, SVD, VEO, ANIMATEDIFF = Backend.STUB, Backend.SVD, Backend.VEO, Backend.ANIMATEDIFF


def shot_of(framing: Framing, backend: Backend) -> Shot:
    return frame_shot(SCENE, framing, film_format(backend, SETTINGS))


def maker(backend: Backend) -> Maker:
    grounding, imposed = imposed_by(backend, SETTINGS)
    return Maker(
        backend=backend,
        weighs=grounding.weighs,
        seeded=backend is not STUB,
        imposed_frames=imposed,
    )


def means(*backends: Backend, **changes: object) -> Means:
    given = {
        "makers": tuple(map(maker, backends or (STUB,))),
        "shot_of": shot_of,
        "price_usd": lambda backend, _shot: PRICES[backend],
        "left_usd": 1.0,
        "risk": RiskProfile.HIGH,
        "policy": CostPolicy.BALANCED,
    }
    return Means(**{**given, **changes})  # type: ignore[arg-type]


def tried(framing: Framing | None = None, backend: Backend = STUB, seed: int = 0) -> Attempt:
    asked = Reframing(framing=framing or Framing(), backend=backend, seed=seed)
    return following(asked, 0)


def following(asked: Reframing, place: int) -> Attempt:
    key = AttemptKey(episode_id=making.EPISODE, attempt=place)
    return making.attempt(key).revised(
        backend=asked.backend,
        seed=asked.seed,
        framing=asked.framing,
        shot=shot_of(asked.framing, asked.backend),
    )


def lacking(*missing: tuple[str, AbstentionReason], discovered: tuple[str, ...] = ()) -> Judgement:
    abstentions = tuple(Abstention(name=name, reason=reason) for name, reason in missing)
    return BLIND.revised(missing_evidence=abstentions, constraints_discovered=discovered)


def without(reason: AbstentionReason) -> Judgement:
    return lacking(("fall_time", reason))


def chosen(judgement: Judgement, *tries: Attempt, by: Means | None = None) -> Reframing:
    made = choose(BEAT, judgement, tries or (tried(),), by or means())
    assert isinstance(made, Reframing), made.because
    return made


def refused(
    judgement: Judgement, *tries: Attempt, by: Means | None = None, beat: Beat = BEAT
) -> str:
    made = choose(beat, judgement, tries or (tried(),), by or means())
    assert isinstance(made, NoReframing), made.because
    return made.because
