"""A goal's text with marks on the words that something was read from, each with its number."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyworld.records.goal import MissingParameter, Parameter, Span
from storyworld.records.scenario import Beat, Plan


@dataclass(frozen=True)
class Marked:
    """A piece of the text; `number` is that of the row it is explained in, or it was not used."""

    text: str
    number: int | None = None
    name: str = ""
    unused: bool = False


@dataclass(frozen=True)
class Row:
    """A parameter, and the number of its words in the text, if they stand there."""

    parameter: Parameter
    number: int | None


@dataclass(frozen=True)
class Part:
    """One beat as it was read: its parameters, what is nowhere given, and what stays open."""

    beat: Beat
    rows: tuple[Row, ...]
    missing: tuple[MissingParameter, ...]
    unsettled: tuple[MissingParameter, ...]


@dataclass(frozen=True)
class Reading:
    """A whole goal as it was read."""

    pieces: tuple[Marked, ...]
    parts: tuple[Part, ...]


def reading_of(text: str, plan: Plan) -> Reading:
    """Mark a goal: words are numbered as they come, and two parameters of one word share it."""
    spans: dict[tuple[int, int], str] = {}
    for beat in plan.beats:
        for parameter in beat.scenario.parameters:
            if parameter.words is not None and _stands(text, parameter.words):
                place = parameter.words.start, parameter.words.end
                spans[place] = ", ".join(filter(None, (spans.get(place), parameter.name)))
    unused = {
        (span.start, span.end)
        for beat in plan.beats
        for span in beat.scenario.intent.unused
        if _stands(text, span)
    }
    shown = _apart([*spans, *(unused - spans.keys())])
    numbers = {place: n for n, place in enumerate((p for p in shown if p in spans), 1)}
    return Reading(
        pieces=tuple(_pieces(text, shown, numbers, spans)),
        parts=tuple(_part(beat, numbers) for beat in plan.beats),
    )


def _stands(text: str, span: Span) -> bool:
    return span.start < span.end and text[span.start : span.end] == span.text


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give places in the order of the text, without those that reach into an earlier one."""
    kept: list[tuple[int, int]] = []
    for place in sorted(places):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept


def _pieces(
    text: str,
    shown: list[tuple[int, int]],
    numbers: dict[tuple[int, int], int],
    names: dict[tuple[int, int], str],
) -> Iterator[Marked]:
    at = 0
    for start, end in shown:
        if start > at:
            yield Marked(text[at:start])
        number = numbers.get((start, end))
        yield Marked(text[start:end], number, names.get((start, end), ""), unused=number is None)
        at = end
    if at < len(text):
        yield Marked(text[at:])


def _part(beat: Beat, numbers: dict[tuple[int, int], int]) -> Part:
    rows = tuple(
        Row(p, numbers.get((p.words.start, p.words.end)) if p.words is not None else None)
        for p in beat.scenario.parameters
    )
    open_names = {m.name for m in beat.scenario.intent.unsettled}
    missing = beat.scenario.missing
    return Part(
        beat=beat,
        rows=tuple(sorted(rows, key=lambda row: (row.number is None, row.number or 0))),
        missing=tuple(m for m in missing if m.name not in open_names),
        unsettled=tuple(m for m in missing if m.name in open_names),
    )
