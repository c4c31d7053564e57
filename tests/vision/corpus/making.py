"""The set of films: which there are, in which order, and each of them by its number."""

import math
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.records.evidence import FrameRange
from storyworld.records.observation import Box, Law
from storyworld.records.scenario import Question, Shot
from storyworld.vision.decoding import DecodedFilm, decode
from tests.vision.corpus.broken import BROKEN
from tests.vision.corpus.looks import Look, draw_look
from tests.vision.corpus.pictures import declared, encode, paint
from tests.vision.corpus.plots import Broken, Plot, half_sizes
from tests.vision.corpus.stage import MOON, Maker, Stage
from tests.vision.corpus.valid import VALID

SEED: Final = 20261126
ROUNDS: Final = 30
_KINDS: Final = tuple(VALID)
_A_ROUND: Final = len(BROKEN) + len(_KINDS) // 2
COUNT: Final = ROUNDS * _A_ROUND


@dataclass(frozen=True)
class Truth:
    """What is wrong on a film: the law, whose doing, when (plain from a frame on) and where."""

    law: Law
    subjects: tuple[str, ...]
    frames: FrameRange
    plain: int
    box: Box


@dataclass(frozen=True)
class Made:
    """A film as an observer is shown it, and what is true of it."""

    number: int
    kind: str
    look: Look
    shot: Shot
    film: DecodedFilm
    questions: tuple[Question, ...]
    known: dict[str, float]
    truth: Truth | None


def kind_of(number: int) -> tuple[str, Maker]:
    """Give what a film shows. A round has every broken law, and every other valid kind."""
    place, turn = number % _A_ROUND, number // _A_ROUND
    makers = {**BROKEN, **VALID}
    names = (*BROKEN, *_KINDS[turn % 2 :: 2])
    # Valid and broken ones alternate as far as they go: any first part of the set has both.
    mixed = [n for pair in zip(names[: len(BROKEN)], (*names[len(BROKEN) :], ""), strict=True)
             for n in pair if n]  # fmt: skip
    return mixed[place], makers[mixed[place]]


def make(number: int, seed: int = SEED) -> Made:
    """Make a film: everything in it follows from its number, and the seed of the set."""
    kind, maker = kind_of(number)
    chance = np.random.default_rng((seed, number))
    look = draw_look(chance)
    on_moon = kind == "moon" or (kind == "broken wrong_gravity" and chance.random() < 0.3)
    stage = Stage(chance, look, **({"gravity": MOON} if on_moon else {}))
    plot = maker(stage)
    shot = declared(frame_shot(plot.scene, look.framing), look)
    times = frame_times(shot.camera)
    poses = simulate(plot.scene, times).poses
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        bodies = (*plot.scene.bodies, *plot.ghosts)
        shown = _painted(plot, poses, times)
        encode(paint(bodies, shown, shot, look), path, shot, look.crf)
        film = decode(path)
    return Made(
        number=number,
        kind=kind,
        look=look,
        shot=shot,
        film=film,
        questions=tuple(a.question for a in plot.asked),
        known=_known(plot, poses, shot),
        truth=_truth(plot.broken, plot, poses, shot) if plot.broken else None,
    )


def _painted(
    plot: Plot, poses: NDArray[np.float64], times: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give the poses of all that is painted, NaN where it is hidden."""
    shown = _placed(plot, poses, times)
    for index, body in enumerate((*plot.scene.bodies, *plot.ghosts)):
        for start, end in plot.hidden.get(body.name, ()):
            shown[(times >= start - 1e-9) & (times < end - 1e-9), index] = np.nan
    return shown


def _placed(
    plot: Plot, poses: NDArray[np.float64], times: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give the poses of bodies and ghosts, whether they are painted or not."""
    ghosts = [ghost.path(times) for ghost in plot.ghosts if ghost.path is not None]
    return np.concatenate([poses, *(g[:, None] for g in ghosts)], axis=1)


def _known(plot: Plot, poses: NDArray[np.float64], shot: Shot) -> dict[str, float]:
    names = [body.name for body in plot.scene.bodies]
    found = {}
    for each in plot.asked:
        name = each.question.subjects[0]
        if name == "scale_bar" and shot.scale_bar_m is not None:
            found[each.question.evidence] = shot.scale_bar_m
        elif callable(each.known):
            found[each.question.evidence] = each.known(poses[:, names.index(name)])
        elif each.known is not None:
            found[each.question.evidence] = each.known
    return found


def _truth(broken: Broken, plot: Plot, poses: NDArray[np.float64], shot: Shot) -> Truth:
    camera = shot.camera
    end = camera.frame_count - 1
    start_f, end_f = broken.start_s * camera.frame_rate_hz, broken.end_s * camera.frame_rate_hz
    if broken.start_s == broken.end_s:
        first = math.floor(start_f - 1e-6)
        last = first + 1
    else:
        first = math.ceil(start_f - 1e-6)
        last = math.floor(min(end_f + 1e-6, end))
    frames = FrameRange(first=min(max(first, 0), end), last=min(max(last, first), end))
    plain = frames.first
    if broken.plain_s is not None:
        plain = min(math.ceil(broken.plain_s * camera.frame_rate_hz - 1e-6), end)
    box = _box(broken, plot, poses, shot, frames)
    return Truth(broken.law, broken.subjects, frames, plain, box)


def _box(broken: Broken, plot: Plot, poses: NDArray[np.float64], shot: Shot,
         frames: FrameRange) -> Box:  # fmt: skip
    """Give the part of the picture in which the subjects are from just before to the last frame."""
    camera, scale = shot.camera, shot.camera.pixels_per_metre
    placed = _placed(plot, poses, frame_times(camera))
    span = slice(max(0, frames.first - 1), frames.last + 1)
    sides = []
    for index, body in enumerate((*plot.scene.bodies, *plot.ghosts)):
        if body.name in broken.subjects or body in plot.ghosts:
            x, y = placed[span, index, 0], placed[span, index, 1]
            wide, high = half_sizes(body, 0.0)
            sides.append((x.min() - wide, x.max() + wide, y.min() - high, y.max() + high))
    left, right, low, top = np.array(sides).T
    x0 = max(0.0, camera.origin_x_px + left.min() * scale)
    y0 = max(0.0, camera.origin_y_px - top.max() * scale)
    x1 = min(camera.width_px, camera.origin_x_px + right.max() * scale)
    y1 = min(camera.height_px, camera.origin_y_px - low.min() * scale)
    return Box(x_px=x0, y_px=y0, width_px=max(0.0, x1 - x0), height_px=max(0.0, y1 - y0))
