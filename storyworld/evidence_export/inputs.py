"""What two episodes were made from: the words of their goals, and every input by its name."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from storyworld.evidence_export.chapters import Chapter, Reading
from storyworld.records.comparison import ComparedField, ComparedParameter, SharedInput, Words
from storyworld.records.comparison import WordsOf as Of
from storyworld.records.goal import Goal, Parameter
from storyworld.records.provenance import Agent, AgentKind

Pairs = tuple[tuple[int, Chapter | None, Chapter | None], ...]
"""The beats of two episodes that are held against each other, each with its number."""
Named = Mapping[tuple[int | None, str], str | None]
"""Inputs by beat and name."""

MOST_WORDS: Final = 120
"""Texts that differ in more words are not searched for what they have in common: a hostile pair of
1,000 words each took 20 s."""
_SHOWN_WHOLE = {"text"}
_ACTING = (AgentKind.PLANNER, AgentKind.RENDERER, AgentKind.EVALUATOR, AgentKind.COMMITTER)


def words_of(before: str, after: str) -> tuple[Words, ...]:
    """Cut two texts into the words of both and those that only one of them has."""
    one, other = (re.findall(r"\s*\S+", text) for text in (before, after))
    return tuple(_joined(_cut(one, other)))


def _cut(one: list[str], other: list[str]) -> Iterator[tuple[Of, str]]:
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    middle = one[start : len(one) - end], other[start : len(other) - end]
    yield from ((Of.BOTH, word) for word in one[:start])
    if max(map(len, middle)) > MOST_WORDS:
        changes = [("replace", 0, len(middle[0]), 0, len(middle[1]))]
    else:
        matcher = difflib.SequenceMatcher(None, *middle, autojunk=False)
        changes = list(matcher.get_opcodes())
    for tag, a, b, c, d in changes:
        if tag == "equal":
            yield from ((Of.BOTH, word) for word in middle[0][a:b])
        else:
            yield from ((Of.BEFORE, word) for word in middle[0][a:b])
            yield from ((Of.AFTER, word) for word in middle[1][c:d])
    yield from ((Of.BOTH, word) for word in one[len(one) - end :])


def _alike(one: list[str], other: list[str]) -> int:
    """Count how many words both begin with."""
    pairs = zip(one, other, strict=False)
    differing = (place for place, (a, b) in enumerate(pairs) if a != b)
    return next(differing, min(len(one), len(other)))


def _joined(pieces: Iterable[tuple[Of, str]]) -> Iterator[Words]:
    so_far: list[str] = []
    whose: Of | None = None
    for of, text in pieces:
        if whose is not None and of is not whose:
            yield Words(of=whose, text="".join(so_far))
            so_far = []
        whose = of
        so_far.append(text)
    if whose is not None:
        yield Words(of=whose, text="".join(so_far))


def asked_of(goal: Goal) -> Named:
    """Give the fields of a goal but its text."""
    return {
        (None, name): _word(getattr(goal, name))
        for name in Goal.model_fields
        if name not in _SHOWN_WHOLE
    }


def made_of(reading: Reading, chapters: Iterable[tuple[int, Chapter | None]]) -> Named:
    """Give how an episode was read, filmed, watched and judged."""
    made: dict[tuple[int | None, str], str | None] = {}
    for beat, chapter in chapters:
        if chapter is not None:
            made |= {(beat, name): _word(value) for name, value in _of_beat(chapter).items()}
    entries = [link.entry for link in reading.account.links]
    for kind in _ACTING:
        made[None, kind] = _listed(_agent(e.agent) for e in entries if e.agent.kind is kind)
    seen = (o.observer for walk in reading.account.walks for o in walk.observations)
    made[None, "observers"] = _listed(_agent(observer) for observer in seen)
    made[None, "rules_version"] = _listed(reading.rules)
    made[None, "code_version"] = _listed(e.code_version for e in entries)
    made[None, "settings_sha256"] = _listed(e.settings_sha256 or "" for e in entries)
    return made


def _of_beat(chapter: Chapter) -> dict[str, object]:
    """Tell how a beat was read, and how it was filmed the last time."""
    scenario = chapter.beat.scenario
    told: dict[str, object] = {
        "family": scenario.family,
        "domain": scenario.intent.domain,
        "wanted": scenario.wanted,
    }
    filmings = (a.walk.filming for a in reversed(chapter.attempts))
    filming = next((f for f in filmings if f is not None), None)
    if filming is not None:
        film = filming.artifact
        told |= {"filmed_by": (film and film.backend) or filming.backend, "seed": filming.seed}
        told |= dict(filming.framing)
        told |= {"pace": filming.shot.pace, "gravity_m_s2": filming.shot.gravity_m_s2}
    return told


def fields_apart(before: Named, after: Named) -> Iterator[ComparedField]:
    """Give the inputs that are not the same."""
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if was != now:
            yield ComparedField(beat=key[0], field=key[1], before=was, after=now)


def made_apart(before: Named, after: Named) -> Iterator[ComparedField]:
    """Give what was made otherwise; of the whole episode only what was done in both.

    A stage that one of them never came to is no input of it.
    """
    for field in fields_apart(before, after):
        if field.beat is not None or None not in (field.before, field.after):
            yield field


def fields_shared(before: Named, after: Named) -> Iterator[SharedInput]:
    """Give the inputs that are the same, where there are any."""
    for key, value in before.items():
        if value is not None and value == after.get(key):
            yield SharedInput(beat=key[0], name=key[1], value=value)


def parameters_apart(pairs: Pairs) -> Iterator[ComparedParameter]:
    """Give the parameters of beats that are not the same: another value, or from elsewhere."""
    for beat, name, was, now in _parameters(pairs):
        if _told(was) != _told(now):
            yield ComparedParameter(
                beat=beat,
                name=name,
                before=was and was.quantity,
                after=now and now.quantity,
                source_before=was and was.source,
                source_after=now and now.source,
            )


def parameters_shared(pairs: Pairs) -> Iterator[SharedInput]:
    """Give the parameters of beats that are the same in both."""
    for beat, name, was, now in _parameters(pairs):
        if was is not None and _told(was) == _told(now):
            yield SharedInput(beat=beat, name=name, value=f"{was.quantity}, {was.source}")


def _parameters(
    pairs: Pairs,
) -> Iterator[tuple[int, str, Parameter | None, Parameter | None]]:
    for beat, *both in pairs:
        one, other = ({p.name: p for p in c.beat.scenario.parameters} if c else {} for c in both)
        for name in dict.fromkeys((*one, *other)):
            yield beat, name, one.get(name), other.get(name)


def _told(parameter: Parameter | None) -> tuple[object, ...] | None:
    if parameter is None:
        return None
    return parameter.quantity, parameter.source, parameter.bound


def _agent(agent: Agent) -> str:
    model = f" ({agent.model})" if agent.model else ""
    return f"{agent.name} {agent.version}{model}".strip()


def _listed(words: Iterable[str]) -> str | None:
    return ", ".join(sorted({word for word in words if word}))[:4000] or None


def _word(value: object) -> str | None:
    return None if value is None else str(value)
