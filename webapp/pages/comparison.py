"""The page of two simulations side by side, and the form to choose them with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from flask import Response, current_app, render_template, request

from storyworld.archive import pairs
from storyworld.errors import NotFound, RequestError
from storyworld.evidence_export.overlays import Overlay, overlay
from storyworld.evidence_export.wording import duration, percent, usd
from storyworld.records.comparison import (
    Choice,
    ComparedClaim,
    ComparedEpisode,
    EpisodeDiff,
    SharedInput,
    WordsOf,
)
from storyworld.records.constraint import Constraint, ConstraintKind
from storyworld.records.episode import RunStatus
from webapp import compare
from webapp.access import owner
from webapp.compare import CompareQuery
from webapp.contract import InvalidRecord, by_field, record_of
from webapp.database import db
from webapp.pages.words import mark_of, spent

MOST_PICTURES = 8


@dataclass(frozen=True)
class Figure:
    """One number of both, and what the second has more; empty where that says nothing."""

    name: str
    before: str
    after: str
    change: str = ""
    part: bool = False

    @property
    def differs(self) -> bool:
        """Whether they are written otherwise."""
        return self.before != self.after


@dataclass(frozen=True)
class Held:
    """One claim of both or of one of them, with what each kind of witness found."""

    rows: tuple[ComparedClaim, ...]

    @property
    def first(self) -> ComparedClaim:
        """One of them: all speak of one claim."""
        return self.rows[0]

    @property
    def stated(self) -> tuple[tuple[str, Constraint], ...]:
        """How each states it, once where both state it alike."""
        told = (("A", self.first.asked_before), ("B", self.first.asked_after))
        given = tuple((letter, one) for letter, one in told if one is not None)
        if len(given) == 2 and _meant(given[0][1]) == _meant(given[1][1]):
            return (("", given[0][1]),)
        return given

    @property
    def only(self) -> str:
        """Which one holds it, where the other does not."""
        if self.first.asked_after is None:
            return "A"
        return "B" if self.first.asked_before is None else ""

    @property
    def kind(self) -> ConstraintKind:
        """What it speaks of."""
        return self.stated[0][1].kind


@dataclass(frozen=True)
class Section:
    """The claims of one beat; `beat` None: what goals say of themselves."""

    beat: int | None
    claims: tuple[Held, ...]
    premises: tuple[Held, ...]


def page(query: CompareQuery) -> str:
    """Show what sets two simulations apart; while one of them goes on, again and again."""
    found: EpisodeDiff = record_of(compare.two, query=query)
    reworded = found.before.goal != found.after.goal
    count = len(found.parameters) + len(found.asked) + len(found.made) + reworded
    overlays: list[Overlay] = [overlay(series) for series in found.series[:MOST_PICTURES]]
    return render_template(
        "compare.html",
        c=found,
        sides=(("A", found.before, WordsOf.BEFORE), ("B", found.after, WordsOf.AFTER)),
        same_twice=query.a == query.b,
        headline=_headline(found, count),
        count=count,
        reworded=reworded,
        unplanned=_unplanned(found),
        figures=tuple(_figures(found)),
        sections=tuple(_sections(found.claims)),
        several_beats=_beats(found) > 1,
        overlays=overlays,
        left_out=len(found.series) - len(overlays),
        shared=_shared(found.same),
        running=any(_running(of) for of in (found.before, found.after)),
        choices=_choices(query.a, query.b),
        typed={"a": query.a, "b": query.b},
        errors={},
    )


def choose_again(error: RequestError) -> Response | None:
    """Give a form to choose two simulations with, each error at its field."""
    if not isinstance(error, InvalidRecord | NotFound):
        return None
    typed = {name: request.args.get(name, "") for name in ("a", "b")}
    errors = by_field(error)
    for name, given in typed.items():
        if not given:  # nothing is wrong with a form that is still to be filled in
            errors.pop(name, None)
    text = render_template(
        "compare.html", c=None, typed=typed, errors=errors, choices=_choices(), running=False
    )
    return current_app.response_class(text, error.status if errors else 200, mimetype="text/html")


def _choices(*chosen: str) -> tuple[Choice, ...]:
    return pairs.choices(db.session(), owner=owner(), also=chosen)


def _running(of: ComparedEpisode) -> bool:
    return of.status in (RunStatus.QUEUED, RunStatus.RUNNING)


def _beats(found: EpisodeDiff) -> int:
    """Count the beats that anything is told of."""
    places: set[int | None] = {claim.beat for claim in found.claims}
    places |= {parameter.beat for parameter in found.parameters}
    places |= {series.beat for series in found.series}
    places |= {field.beat for field in found.made}
    places |= {shared.beat for shared in found.same}
    return len(places - {None})


def _headline(found: EpisodeDiff, count: int) -> str:
    """Say in a line what came of both, and how much differs."""
    one, other = (mark_of(of)[1].lower() for of in (found.before, found.after))
    outcome = f"Both: {one}." if one == other else f"A: {one}. B: {other}."
    both = [claim for claim in found.claims if claim.before and claim.after]
    unlike = sum(claim.unlike for claim in both)
    findings = f"Findings that differ: {unlike} of {len(both)}" if both else "No finding is in both"
    return f"{outcome} {findings}. Inputs that differ: {count}."


def _unplanned(found: EpisodeDiff) -> str:
    """Say which of the two was never read into beats, or is not yet."""
    planned = found.planned
    return " and ".join(name for name, is_so in zip("AB", planned, strict=True) if not is_so)


def _figures(found: EpisodeDiff) -> Iterator[Figure]:
    one, other = found.before, found.after
    yield Figure("Run", str(one.status), str(other.status))
    more = None
    if one.confidence is not None and other.confidence is not None:
        more = other.confidence - one.confidence
    yield Figure(
        "Confidence", percent(one.confidence), percent(other.confidence),
        "" if more is None else _signed(f"{100 * abs(more):.1f} points", more),
    )  # fmt: skip
    yield from _terms(one, other)
    again = other.attempts - one.attempts
    yield Figure(
        "Attempts", str(one.attempts), str(other.attempts), _signed(str(abs(again)), again)
    )
    more = None
    if one.took_s is not None and other.took_s is not None:
        more = other.took_s - one.took_s
    yield Figure("Duration", duration(one.took_s), duration(other.took_s),
                 "" if more is None else _signed(duration(abs(more)), more))  # fmt: skip
    known = one.cost_complete and other.cost_complete
    more = other.cost_usd - one.cost_usd
    yield Figure("Cost", spent(one), spent(other), _signed(usd(abs(more)), more) if known else "")


def _terms(one: ComparedEpisode, other: ComparedEpisode) -> Iterator[Figure]:
    """Give the terms of the confidences that differ."""
    was, now = ({t.name: t.figure(3) for t in of.terms} for of in (one, other))
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            words = name.replace("_", " ")
            yield Figure(words, was.get(name, "–"), now.get(name, "–"), part=True)


def _signed(words: str, more: float) -> str:
    return "" if not more else f"{'+' if more > 0 else '−'}{words}"


def _sections(claims: Iterable[ComparedClaim]) -> Iterator[Section]:
    """Put the rows of one claim together, and the claims of one beat."""
    told = tuple(claims)
    for of, in_beat in groupby(told, key=lambda c: (c.beat if c.family else None, c.family)):
        rows = tuple(in_beat)
        held = [
            Held(tuple(of_claim))
            for _, of_claim in groupby(rows, key=lambda c: (c.claim, c.constraint_id))
        ]
        yield Section(
            beat=of[0],
            claims=tuple(h for h in held if h.kind is not ConstraintKind.PREMISE),
            premises=tuple(h for h in held if h.kind is ConstraintKind.PREMISE),
        )


def _meant(constraint: Constraint) -> tuple[object, ...]:
    return constraint.statement, constraint.threshold, constraint.tolerance, constraint.over


def _shared(same: tuple[SharedInput, ...]) -> Mapping[int | None, tuple[SharedInput, ...]]:
    """Put inputs that are the same by their beat."""
    by_beat: dict[int | None, tuple[SharedInput, ...]] = {}
    for one in same:
        by_beat[one.beat] = (*by_beat.get(one.beat, ()), one)
    return MappingProxyType(by_beat)
