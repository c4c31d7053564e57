"""Whether a beat is filmed again, and how: :mod:`storyworld.stages.reframing` with what we have."""

from collections.abc import Callable, Iterator

from sqlalchemy.orm import Session

from storyworld.archive import attempts, purchases, runs
from storyworld.composition import House
from storyworld.errors import ConfigurationError
from storyworld.models.asking import UnansweredError
from storyworld.physics.families import staged
from storyworld.physics.staging import frame_shot
from storyworld.records.episode import Attempt, NoReframing, Reframing
from storyworld.records.frozen import Record
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey
from storyworld.records.scenario import Beat, Shot
from storyworld.records.verdict import Judgement
from storyworld.renderers import film_format, imposed_by
from storyworld.settings import Settings
from storyworld.stages.commit import Context
from storyworld.stages.reframing import Maker, Means, choose
from tasks import framing


class Left(Record):
    """What was tried at a beat, and what is left to try it again with."""

    goal: Goal
    asked: Backend
    tries: tuple[Attempt, ...]
    usd: float


def left(session: Session, key: AttemptKey) -> Left:
    """Read what was tried, and what is left."""
    goal, asked = runs.asked(session, key.episode_id)
    return Left(
        goal=goal,
        asked=asked,
        tries=attempts.of_beat(session, key),
        usd=purchases.left_usd(session, key.episode_id),
    )


def another(
    here: House, context: Context, judgement: Judgement, left: Left
) -> Reframing | NoReframing:
    """Choose the next attempt, or say why there is none."""
    beat, last = context.beat, left.tries[-1]
    settings, scene = here.settings, staged(beat.scenario)
    means = Means(
        makers=tuple(_makers(settings, left.asked, last.backend)),
        shot_of=lambda asked, backend: frame_shot(scene, asked, film_format(backend, settings)),
        price_usd=_pricing(here, beat, last),
        left_usd=left.usd,
        risk=left.goal.risk_profile,
        policy=left.goal.cost_policy,
        beats_to_come=context.beats_planned - beat.index - 1,
    )
    return choose(beat, judgement, left.tries, means)


def _makers(settings: Settings, asked: Backend, last: Backend) -> Iterator[Maker]:
    """Give who filmed last and who follows it in order; who comes before it could not film."""
    order = settings.backends(asked)
    after = order[order.index(last) + 1 :] if last in order else ()
    for backend in (last, *after):
        try:
            grounding, imposed = imposed_by(backend, settings)
        except ConfigurationError:  # the settings name a model that there is not
            continue
        yield Maker(
            backend=backend,
            weighs=grounding.weighs,
            seeded=backend is not Backend.STUB,
            imposed_frames=imposed,
        )


def _pricing(here: House, beat: Beat, last: Attempt) -> Callable[[Backend, Shot], float | None]:
    """Give what prices a film: a bought one as its vendor does, one of our card at the most."""

    def price_usd(backend: Backend, shot: Shot) -> float | None:
        if backend is Backend.STUB:
            return 0.0
        if not backend.bought:
            return here.settings.gpu_usd_per_hour * here.settings.render_deadline_s / 3600.0
        request = framing.request_of(here, last.revised(backend=backend, shot=shot), beat)
        try:
            return here.vendor(backend).quote_usd(request)
        except UnansweredError:
            return None

    return price_usd
