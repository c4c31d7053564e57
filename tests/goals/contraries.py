"""Goals turned into their contraries mechanically: a goal and its denial cannot both be achieved.

No truth is needed for these: whatever physics says of the goal, it cannot say the same of both.
"""

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from storyworld.physics.asking import Asked
from storyworld.physics.families import FAMILIES
from storyworld.records.verdict import OutcomeKind
from tests.goals.case import Case
from tests.goals.scoring import ask

SETS = (
    "mechanics_a", "mechanics_b", "paraphrases", "blind_c", "blind_d", "blind_e", "blind_f",
    "blind_g", "blind_h", "plain_a", "plain_b", "plain_c", "plain_d", "held_out_a", "held_out_b",
    "voices_a", "voices_b", "voices_c", "voices_d", "voices_e",
)  # fmt: skip
WRAPS = ("It is false that ", "It is not true that ", "There is no way that ")
DENIALS = (
    "does not {base}", "fails to {base}", "never {verb}", "cannot {base}", "is unable to {base}",
    "hardly {verb}", "is not able to {base}", "will not {base}", "refuses to {base}",
    "won't {base}",
)  # fmt: skip
OPPOSED = {
    "at least": "at most", "at most": "at least", "more than": "less than",
    "less than": "more than", "faster than": "slower than", "slower than": "faster than",
    "longer than": "shorter than", "shorter than": "longer than", "within": "only after",
    "in under": "in over", "or more": "or less", "or less": "or more",
}  # fmt: skip
_DENIED = re.compile(
    r"\b(not|never|no|without|fails?|cannot|nor|neither|\w+n't|un\w+|nothing|before|until|instead"
    r"|rather)\b"
)
# Behind these stands a noun: 'the rolls', 'two falls'.
_NOUN_LEADS = frozenset(
    "the a an of its with and two three four five in on to from by".split()  # noqa: SIM905
)
_SEVERAL = re.compile(r"[.;!?\n] |=")
_VERB = re.compile(r"\b([a-z]+s)\b")
_BOUND = re.compile("|".join(rf"\b{phrase}\b" for phrase in sorted(OPPOSED, key=len)[::-1]))
_SHORTEST = 4


@dataclass(frozen=True)
class Contrary:
    """A goal that is said to be achieved, and its contrary."""

    goal: Case
    text: str


def goals() -> tuple[Case, ...]:
    """Give the decidable goals of all sets, each once."""
    cases = [c for name in SETS for c in importlib.import_module(f"tests.goals.{name}").CASES]
    return tuple({c.text: c for c in cases if c.holds is not None}.values())


def denials(goal: Case) -> Iterator[Contrary]:
    """Deny a goal as a whole, and by its verb where it has one that its family listens to."""
    text = goal.text
    if not _SEVERAL.search(text):
        for wrap in WRAPS:
            yield Contrary(goal, wrap + text[0].lower() + text[1:])
    found = [m for m in _VERB.finditer(text) if m.group() in _verbs(goal.family)]
    if len(found) != 1 or _DENIED.search(text):
        return
    verb = found[0].group()
    ahead = text[: found[0].start()].split()[-1:]
    if ahead and ahead[0].lower() in _NOUN_LEADS:
        return
    for form in DENIALS:
        said = form.format(verb=verb, base=_base(verb))
        yield Contrary(goal, text[: found[0].start()] + said + text[found[0].end() :])


def turned_bounds(goal: Case) -> Iterator[Contrary]:
    """Turn the words that bound a number: 'at least' for 'at most'."""
    for match in _BOUND.finditer(goal.text):
        turned = OPPOSED[match.group()]
        yield Contrary(goal, goal.text[: match.start()] + turned + goal.text[match.end() :])


def is_achieved(text: str, like: Case) -> bool:
    """Whether a text is said to be achieved."""
    return ask(Case(text, like.family, None)).outcome is OutcomeKind.GOAL_ACHIEVED


def _verbs(family: str) -> frozenset[str]:
    """Give the verbs in -s by which a family reads what is wanted."""
    listening = next((f for f in FAMILIES if f.name == family), None)
    if not isinstance(listening, Asked):
        return frozenset()
    firsts = (p.split()[0] for w in listening.wishes for p in (*w.said, *w.weak))
    return frozenset(v for v in firsts if v.endswith("s") and len(v) >= _SHORTEST)


def _base(verb: str) -> str:
    """Give the plain form of a verb in -s: 'carries' -> 'carry'."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("shes", "ches", "sses", "xes", "zes", "oes")):
        return verb[:-2]
    return verb[:-1]
