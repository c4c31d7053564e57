"""The evidence strip: all that was measured on one film, on one time axis. Geometry only.

From above: a lane for each series (:mod:`storyworld.evidence_export.lanes`), with arrivals and
contacts as lines through all of them; below, the stretches of film where a law is seen broken,
those on which a claim is found violated, and those that other evidence rests on. Frames that were
given to the generator are shaded through all of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from storyworld.evidence_export.charts import LEFT, RIGHT, WIDTH, K, Scale, Tick, number, ticks
from storyworld.evidence_export.lanes import HEADING, LANE, Lane, Rule, lanes, place, rule
from storyworld.evidence_export.wording import plainly
from storyworld.records.account import Filming
from storyworld.records.constraint import Constraint, Finding, FindingStatus
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.observation import Observation
from storyworld.records.quantity import TimeSeries
from storyworld.records.scenario import Beat, Measure

MOST_LANES = 8
FOOT, ROW = 26.0, 24.0
MOST_LETTERS = 96
ARRIVALS = frozenset({Measure.FALL_TIME, Measure.TRAVEL_TIME})
"""Durations that end at a moment on film: the last frame that their measurement rests on."""
CONTACTS = frozenset({Measure.IMPACT_SPEED, Measure.LANDING_DISTANCE})
"""What is measured up to a contact: at the last frame that it rests on."""


@dataclass(frozen=True)
class Stretch:
    """The frames that some evidence rests on, where a law is seen broken, or a claim violated."""

    words: str
    frames: FrameRange
    start: float
    width: float
    y: float
    broken: bool


@dataclass(frozen=True)
class Strip:
    """All of one film. `left_out` counts series for which there is no room."""

    lanes: tuple[Lane, ...]
    moments: tuple[Rule, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    imposed_to: float | None
    left_out: int
    top: float
    base: float
    height: float
    width: float = WIDTH
    left: float = LEFT
    right: float = WIDTH - RIGHT

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All lines that are drawn, once each: the legend."""
        drawn = (*self.moments, *(rule for lane in self.lanes for rule in lane.rules))
        return tuple({(rule.kind, rule.words): rule for rule in drawn}.values())

    @property
    def predicted(self) -> bool:
        """Whether the solver says of any series where it should be all the time."""
        return any(lane.expected for lane in self.lanes)

    @property
    def told(self) -> tuple[tuple[str, str, bool], ...]:
        """Say of each series that was held against anything how it fared, and whether it left."""
        compared = ((lane.name, lane.departure) for lane in self.lanes)
        return tuple((name, d.words, d.left_s is not None) for name, d in compared if d.words)


def strip(
    filming: Filming,
    observations: Iterable[Observation],
    beat: Beat,
    findings: Iterable[Finding] = (),
) -> Strip:
    """Lay out what was seen of a film, with what was predicted and asked beside it.

    `findings` are those of the attempt's judgement: the claims that it finds violated are named
    under the frames which show it.
    """
    told = tuple(observations)
    camera = filming.shot.camera
    series = tuple(s for o in told for s in o.series if s.times_s)
    shown = _chosen(series, beat)
    last_s = (camera.frame_count - 1) / camera.frame_rate_hz
    ends = (last_s, *(s.times_s[-1] for s in shown), *_ends(told, camera.frame_rate_hz))
    starts = (0.0, *(s.times_s[0] for s in shown))
    x = partial(place, low=min(starts), high=max(ends), start=LEFT, end=WIDTH - RIGHT)
    drawn = tuple(lanes(shown, x, (min(starts), max(ends)), beat, filming))
    base = drawn[-1].foot if drawn else HEADING + LANE / 3
    imposed = filming.artifact.imposed_frames if filming.artifact else 0
    broken = _broken(told, beat.constraints, findings)
    rows = sorted((*broken, *_rested_on(told)), key=lambda row: (not row[0], *row[2:]))
    stretches = tuple(_stretches(rows, camera.frame_rate_hz, x, base + FOOT))
    return Strip(
        lanes=drawn,
        moments=tuple(_moments(told, filming, beat, x, (min(starts), max(ends)))),
        stretches=stretches,
        ticks=tuple(Tick(x(t), number(t)) for t in ticks(min(starts), max(ends), 7)),
        imposed_to=x(min((imposed - 1) / camera.frame_rate_hz, max(ends))) if imposed else None,
        left_out=len(series) - len(shown),
        top=HEADING,
        base=base,
        height=base + FOOT + ROW * len(stretches),
    )


def _chosen(series: tuple[TimeSeries, ...], beat: Beat) -> tuple[TimeSeries, ...]:
    """Give the series for which there is room, in their order: what is asked of goes first."""
    asked = {c.quantity for c in beat.constraints}
    asked |= {c.over.until.quantity for c in beat.constraints if c.over and c.over.until}
    places = sorted(range(len(series)), key=lambda n: (series[n].name not in asked, n))
    return tuple(series[n] for n in sorted(places[:MOST_LANES]))


def _ends(observations: tuple[Observation, ...], rate_hz: float) -> Iterator[float]:
    for observation in observations:
        yield from (e.frames.last / rate_hz for e in observation.evidence if e.frames)
        yield from (v.frames.last / rate_hz for v in observation.violations)


def _moments(
    observations: tuple[Observation, ...],
    filming: Filming,
    beat: Beat,
    x: Scale,
    limits: tuple[float, float],
) -> Iterator[Rule]:
    """Mark arrivals on the time axis, when measured, predicted and asked for, and other contacts.

    What was measured came to pass between the last two frames that it rests on: as long after the
    first of them as it took, or nearest to that. The others lie as far from it as their durations
    differ, in the film's time.
    """
    measures = {q.evidence: q.measure for q in beat.questions}
    predicted = {e.name: e.quantity for e in beat.prediction.evidence}
    rate_hz, pace = filming.shot.camera.frame_rate_hz, filming.shot.pace
    marked: list[float] = []
    contacts: list[tuple[str, float]] = []
    for item in (e for o in observations for e in o.evidence):
        measure = measures.get(item.name)
        if item.frames is None or item.source is not EvidenceSource.MEASUREMENT:
            continue
        name, last_s = plainly(item.name), item.frames.last / rate_hz
        if measure in CONTACTS:
            contacts.append((f"contact, up to which {name} was measured", last_s))
        if measure not in ARRIVALS:
            continue
        first_s = item.frames.first / rate_hz
        end_s = min(max(first_s + item.quantity.value / pace, last_s - 1 / rate_hz), last_s)
        marked.append(end_s)
        told = [("measured", f"{name} as measured", item.quantity)]
        if item.name in predicted:
            told.append(("predicted", f"{name} by the solver", predicted[item.name]))
        told += [
            ("limit", c.statement, c.threshold)
            for c in beat.constraints
            if c.quantity == item.name and c.threshold is not None
        ]
        for kind, words, quantity in told:
            at = end_s + (quantity.value - item.quantity.value) / pace
            if limits[0] <= at <= limits[1]:
                yield rule(kind, words, at, K * quantity.uncertainty / pace, x)
    for words, at in contacts:
        if all(abs(at - other) > 1.5 / rate_hz for other in marked):
            marked.append(at)
            yield rule("contact", words, at, 0.5 / rate_hz, x)


_Rested = tuple[bool, str, int, int]
"""Whether it is broken, what it is, and its first and last frame."""


def _broken(
    observations: tuple[Observation, ...],
    constraints: tuple[Constraint, ...],
    findings: Iterable[Finding],
) -> Iterator[_Rested]:
    """Give the laws that are seen broken, and the claims that a measurement finds violated."""
    for law in (v for o in observations for v in o.violations):
        of = f": {plainly(law.subject)}" if law.subject else ""
        yield True, f"{plainly(law.law)}{of}", law.frames.first, law.frames.last
    statements = {c.constraint_id: c.statement for c in constraints}
    evidence = {e.evidence_id: e for o in observations for e in o.evidence}
    for finding in findings:
        if finding.status is not FindingStatus.VIOLATED:
            continue
        frames = finding.frames or _frames(evidence, finding)
        if frames is not None and finding.constraint_id in statements:
            yield True, statements[finding.constraint_id].rstrip("."), frames.first, frames.last


def _frames(evidence: dict[str, Evidence], finding: Finding) -> FrameRange | None:
    rested = (evidence[i].frames for i in finding.evidence_ids if i in evidence)
    return next((frames for frames in rested if frames is not None), None)


def _rested_on(observations: tuple[Observation, ...]) -> Iterator[_Rested]:
    for item in (e for o in observations for e in o.evidence):
        if item.frames is not None:
            yield False, plainly(item.name), item.frames.first, item.frames.last


def _stretches(told: Iterable[_Rested], rate_hz: float, x: Scale, top: float) -> Iterator[Stretch]:
    """Give a row to each range of frames, naming all that rests on it; what is broken first."""
    rows: dict[tuple[bool, int, int], dict[str, None]] = {}
    for broken, words, first, last in told:
        rows.setdefault((broken, first, last), {})[words] = None
    for n, ((broken, first, last), names) in enumerate(rows.items()):
        start, end = x(first / rate_hz), x(last / rate_hz)
        words = ", ".join(names)
        yield Stretch(
            words=words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…",
            frames=FrameRange(first=first, last=last),
            start=start,
            width=round(max(end - start, 2.0), 1),
            y=top + ROW * n,
            broken=broken,
        )
