"""How the measuring observer fares on the set.

``python -m tests.vision.corpus.scoring [--first N] [--seed S] [--jobs J]`` prints four tables: what
is asked and what is; what was found on films of each kind; how many broken laws were found, when
and where; how often intervals of 95 % hold what is true. Then the films behind the numbers.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from storyworld.observers.measuring import MeasuringObserver
from storyworld.records.evidence import AbstentionReason
from storyworld.records.observation import Box, Law, Observation, Shown, Violation
from tests.vision.corpus.making import COUNT, SEED, Made, Truth, kind_of, make
from tests.vision.filming import ARTIFACT

WITHIN_FRAMES: Final = 3
NINETY_FIVE: Final = 1.959964


class When(StrEnum):
    """What of a report has to lie within three frames of the truth."""

    BOTH_ENDS = "both ends"
    ONSET = "onset"


# An event, or a gap that is over, has two ends of its own. What goes on until something else ends
# it (a landing, the film, another body in front) is told by when it begins.
LOCATED_BY: Final[Mapping[Law, When]] = MappingProxyType({
    Law.TELEPORT: When.BOTH_ENDS,  # between two frames
    Law.ENERGY_GAIN: When.BOTH_ENDS,  # at a bounce
    Law.PREMATURE_CONTACT: When.BOTH_ENDS,  # at a turn
    Law.MOMENTUM: When.BOTH_ENDS,  # at a meeting, or a start without one
    Law.VANISHING: When.BOTH_ENDS,  # gone and back, or to the end of the film
    Law.UPWARD_FALL: When.ONSET,  # as long as it flies
    Law.HOVERING: When.ONSET,  # as long as it hangs
    Law.WRONG_GRAVITY: When.ONSET,  # as long as it flies
    Law.DUPLICATION: When.ONSET,  # from when one turns into two until the film ends
    Law.PASSING_THROUGH: When.ONSET,  # from the touch on; what is inside may be out of sight
    Law.MISSING_CONTACT: When.ONSET,  # from the touch on; one hides the other meanwhile
})  # fmt: skip


@dataclass(frozen=True)
class Score:
    """What came of one film. `held` says of each measured quantity how many u it is off."""

    number: int
    kind: str
    law: str
    width_px: int
    frame_rate_hz: float
    noise_sigma: float
    blur_px: float
    crf: int
    reported: tuple[str, ...]
    refused: str
    found: bool
    located: bool
    in_box: bool
    detail: str
    held: tuple[tuple[str, float], ...]
    abstained: tuple[str, ...]

    @property
    def valid(self) -> bool:
        return not self.law

    @property
    def look(self) -> str:
        return (
            f"{self.width_px} px, {self.frame_rate_hz:.3g} Hz, noise {self.noise_sigma:.1f},"
            f" blur {self.blur_px:.1f}, crf {self.crf}"
        )


def score(number: int, seed: int = SEED) -> Score:
    """Make a film, have it observed, and hold what is said against what is true."""
    made = make(number, seed)
    shown = Shown(
        observation_id="obs_1", artifact=ARTIFACT, shot=made.shot, questions=made.questions
    )
    seen = MeasuringObserver().observe(made.film, shown)
    measures = {q.evidence: q.measure.value for q in made.questions}
    mine = [v for v in seen.violations if _is(made, v)]
    truth, look = made.truth, made.look
    at = [v for v in mine if truth and is_located(v, truth)]
    return Score(
        number=number,
        kind=made.kind,
        law=truth.law.value if truth else "",
        width_px=look.framing.width_px,
        frame_rate_hz=look.frame_rate_hz,
        noise_sigma=look.noise_sigma,
        blur_px=look.blur_px,
        crf=look.crf,
        reported=tuple(sorted({v.law.value for v in seen.violations})),
        refused=_refused(seen),
        found=bool(mine),
        located=bool(at),
        in_box=any(v.box and truth and overlap(v.box, truth.box) for v in mine),
        detail=_detail(made, seen),
        held=_held(made, seen, measures),
        abstained=tuple(measures[a.name] for a in seen.abstentions if a.name in made.known),
    )


def _is(made: Made, violation: Violation) -> bool:
    """Whether a report is of the law that is broken, and of one of those that break it."""
    truth = made.truth
    return (
        truth is not None
        and violation.law is truth.law
        and (violation.subject is None or violation.subject in truth.subjects)
    )


def is_located(violation: Violation, truth: Truth) -> bool:
    """Whether a report says when, to three frames, as its law is located."""
    first, last = violation.frames.first, violation.frames.last
    begins = truth.frames.first - WITHIN_FRAMES <= first <= truth.plain + WITHIN_FRAMES
    ends = abs(last - truth.frames.last) <= WITHIN_FRAMES
    return begins and (ends or LOCATED_BY[truth.law] is When.ONSET)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x_px <= other.x_px + other.width_px
        and other.x_px <= one.x_px + one.width_px
        and one.y_px <= other.y_px + other.height_px
        and other.y_px <= one.y_px + one.height_px
    )


def _refused(seen: Observation) -> str:
    clock = [a for a in seen.abstentions if a.reason is AbstentionReason.INCONSISTENT_PREMISE]
    return clock[0].detail if clock and not seen.evidence else ""


def _detail(made: Made, seen: Observation) -> str:
    said = "; ".join(
        f"{v.law.value} {v.subject} {v.frames.first}-{v.frames.last}" for v in seen.violations
    )
    if made.truth is None:
        return said
    true = made.truth
    first = f"{true.frames.first}" + (f"..{true.plain}" if true.plain > true.frames.first else "")
    return f"true {first}-{true.frames.last}: {said or 'nothing'}"


def _held(
    made: Made, seen: Observation, measures: Mapping[str, str]
) -> tuple[tuple[str, float], ...]:
    found = []
    for each in seen.evidence:
        if each.name in made.known:
            off = each.quantity.value - made.known[each.name]
            u = each.quantity.uncertainty
            found.append((measures[each.name], float(off / u) if u else float("inf")))
    return tuple(found)


def scored(numbers: Sequence[int], jobs: int = 1, seed: int = SEED) -> list[Score]:
    if jobs == 1:
        return [score(number, seed) for number in numbers]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(partial(score, seed=seed), numbers, chunksize=4))


say = partial(print, flush=True)


def confusion(scores: Iterable[Score]) -> list[str]:
    """Give the table: kinds of films, and on how many of them each law was said to be broken."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    films: Counter[str] = Counter()
    for each in scores:
        films[each.kind] += 1
        found[each.kind].update(each.reported or (("refused",) if each.refused else ("nothing",)))
    columns = ["nothing", "refused", *(law.value for law in Law)]
    lines = [
        "| film | films | " + " | ".join(c.replace("_", " ") for c in columns) + " |",
        "|---" * (len(columns) + 2) + "|",
    ]
    for kind in sorted(films, key=lambda k: (k.startswith("broken"), k)):
        cells = [str(found[kind][c] or "") for c in columns]
        lines.append(f"| {kind.replace('_', ' ')} | {films[kind]} | " + " | ".join(cells) + " |")
    return lines


def detection(scores: Iterable[Score]) -> list[str]:
    lines = [
        "| law | films | found | located | box | another law said |",
        "|---|---|---|---|---|---|",
    ]
    broken = [each for each in scores if not each.valid]
    for law in (*(law.value for law in Law), "all"):
        mine = [each for each in broken if law in (each.law, "all")]
        if mine:
            counts = (
                sum(e.found for e in mine), sum(e.located for e in mine),
                sum(e.in_box for e in mine), sum(bool({*e.reported} - {e.law}) for e in mine),
            )  # fmt: skip
            cells = " | ".join(f"{c} ({100 * c / len(mine):.0f} %)" for c in counts)
            lines.append(f"| {law.replace('_', ' ')} | {len(mine)} | {cells} |")
    return lines


def coverage(scores: Iterable[Score]) -> list[str]:
    scores = list(scores)
    off: dict[str, list[float]] = defaultdict(list)
    for each in scores:
        for measure, by in each.held:
            off[measure].append(abs(by))
            off["all"].append(abs(by))
    asked: Counter[str] = Counter()
    for each in scores:
        asked.update((*each.abstained, *(["all"] * len(each.abstained))))
    lines = ["| quantity | measured | not told | within 95 % | worst |", "|---|---|---|---|---|"]
    for measure in (*sorted({*off, *asked} - {"all"}), "all"):
        mine = off[measure]
        inside = sum(by <= NINETY_FIVE for by in mine)
        share = f"{100 * inside / len(mine):.1f} %" if mine else ""
        worst = f"{max(mine):.1f} u" if mine else ""
        name = measure.replace("_", " ")
        lines.append(f"| {name} | {len(mine)} | {asked[measure]} | {share} | {worst} |")
    return lines


PARTS: Final[Mapping[str, Callable[[Score], bool]]] = MappingProxyType({
    "all": lambda e: True,
    "crf up to 24": lambda e: e.crf <= 24,
    "crf 25 to 30": lambda e: 24 < e.crf <= 30,
    "crf above 30": lambda e: e.crf > 30,
    "no noise": lambda e: e.noise_sigma == 0,
    "noise above 4": lambda e: e.noise_sigma > 4,
    "blurred": lambda e: e.blur_px > 0,
    "320 px wide": lambda e: e.width_px == 320,
    "960 px wide": lambda e: e.width_px == 960,
    "below 28 Hz": lambda e: e.frame_rate_hz < 28,
})  # fmt: skip


def asked_for(scores: Sequence[Score]) -> list[str]:
    """Give the three numbers that are asked for, of all films and of parts that look alike."""
    lines = [
        "| films | false alarms (at most 2 %) | found and located (at least 95 %)"
        " | intervals that hold (90 to 99 %) | refused |",
        "|---|---|---|---|---|",
    ]
    for name, chosen in PARTS.items():
        part = [e for e in scores if chosen(e)]
        valid, broken = [e for e in part if e.valid], [e for e in part if not e.valid]
        held = [abs(by) <= NINETY_FIVE for e in part for _, by in e.held]
        counts = (
            (sum(bool(e.reported) for e in valid), len(valid)),
            (sum(e.located for e in broken), len(broken)),
            (sum(held), len(held)),
            (sum(bool(e.refused) for e in part), len(part)),
        )
        cells = (f"{n} of {of} ({100 * n / max(of, 1):.1f} %)" for n, of in counts)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def far_off(one: Score) -> list[tuple[str, float]]:
    return [(measure, by) for measure, by in one.held if abs(by) > 5]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("--first", type=int, default=COUNT, help="only the first N films")
    asked.add_argument("--only", default="", help="only kinds with this in their name")
    asked.add_argument("--film", type=int, action="append", help="only this one, by its number")
    asked.add_argument("--seed", type=int, default=SEED, help="of another set of the same kinds")
    asked.add_argument("--jobs", type=int, default=1, help="processes")
    asked.add_argument("--json", type=Path, help="where to write what came of each film")
    given = asked.parse_args()
    numbers = given.film or [n for n in range(given.first) if given.only in kind_of(n)[0]]
    scores = scored(numbers, given.jobs, given.seed)
    for table in (
        asked_for(scores), confusion(scores), detection(scores), coverage(scores)
    ):  # fmt: skip
        say("\n".join(table), end="\n\n")
    for title, chosen in (
        ("false alarms", [e for e in scores if e.valid and e.reported]),
        ("missed, or found at another time", [e for e in scores if not e.valid and not e.located]),
        ("refused", [e for e in scores if e.refused]),
        ("a quantity more than five u off", [e for e in scores if far_off(e)]),
    ):
        say(f"{title}:")
        for each in chosen:
            said = "; ".join(f"{m} {by:+.1f} u" for m, by in far_off(each))
            words = {"refused": each.refused, "a quantity more than five u off": said}
            say(f"  {each.number} {each.kind} ({each.look}): {words.get(title, each.detail)}")
    if given.json:
        given.json.write_text(json.dumps([asdict(each) for each in scores], indent=1))


if __name__ == "__main__":
    main()
