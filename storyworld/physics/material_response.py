"""The shape that the material-response families share: what a substance does is mostly to be seen.

Whether milk and coffee end up one colour, whether a pricked balloon bursts: no number of the goal
decides that, a film does. Where a rule does decide (a candle needs oxygen, a shadow lies opposite
to its lamp), or numbers do (a temperature against a melting point), the goal is closed form.

=========  ==================================================================================
part       says
=========  ==================================================================================
Rule       words that occur together settle what happens, by a law: it allows or forbids outcomes
Predicate  what a film has to show of an outcome, as a quantity against a threshold
numbers    slots that make a goal one of numbers: the claims of closed forms then decide it
=========  ==================================================================================

Everything else a goal says is part of what is to be seen. A rule never accepts more than it is
about: a claim behind it that it does not know ("and turns into gold") leaves the goal open.
"""

from collections.abc import Mapping
from typing import ClassVar, Final

from storyworld.physics.claims import Claim, Formula
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import Settled, inferred, scenario
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.physics.scene import Scene
from storyworld.physics.solving import incomplete, values_of
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.unplaced import UNPLACED_CLAIM, named, unplaced_claims
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Intent, MissingParameter, Parameter, ParameterSource
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Check, Prediction, Scenario

ALLOWED: Final = "rule_allows"
_LIMITS: Final = (Bound.AT_MOST, Bound.IN)
_CLAIMING: Final = (*_LIMITS, Bound.AT_LEAST, Bound.EXACTLY)
_JOINING: Final = frozenset(vocabulary("and, then, while, but"))
_DOING: Final = frozenset({"does", "do", "did", "will", "can", "not", "doesn't", "don't"})
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their"})
_PASSED: Final = _DOING | frozenset(
    vocabulary("it, they, then, also, finally, so, there, soon, afterwards, is, are, was, has")
)
# How something is done, or of what: never more than the outcome itself.
_MANNER: Final = frozenset(
    vocabulary("softly, slowly, grows, shrinks, a moment, several, a few, couple of, ceiling")
)
# Where a law forbids the outcome, these do not save it.
_NO_RESCUE: Final = _MANNER | frozenset(
    vocabulary(
        "instantly, instantaneously, in no time, at once, immediately, in an instant, forever, "
        "for ever, twice, turns into, evaporates, sideways, in the air, into the air, multiplies, "
        "doubles, an eternity, day, days, week, weeks, month, months, year, years, in mid air, "
        "backwards, returns, comes back"
    )
)

_ALLOWED_SLOT: Final = Slot(
    ALLOWED, Unit.ONE, "what the rule allows", 0.0, 1.0, bounds=frozenset(), optional=True
)
_TIME_LIMIT: Final = Slot(
    "time_max", Unit.SECOND, "time it may take", 0.0, 1e9, by_unit=True,
    bounds=frozenset(_LIMITS), optional=True,
)  # fmt: skip
_TIME_SAID: Final = Slot(
    "time_said", Unit.SECOND, "time the goal speaks of", 0.0, 1e9, by_unit=True,
    bounds=frozenset({None, *Bound} - set(_LIMITS)), optional=True,
)  # fmt: skip
TIMES: Final = (_TIME_LIMIT, _TIME_SAID)
# A time that could not be read: 'within a heartbeat'.
_HURRIED: Final = vocabulary("within, in under, in less than, faster than, sooner than")
_LATE: Final = MissingParameter(
    name="duration",
    unit=Unit.SECOND,
    because="that it happens is settled; how long it takes, only a film can show",
)


class MaterialResponse(ClosedForm):
    """What a substance does: decided by a rule or by numbers, else to be seen.

    Attributes
    ----------
    rules, predicates
        The first rule that speaks of the words and of the outcome wanted decides it.
    numbers
        Slots with which the claims of the family decide.
    foreign
        Units with which it is another family's problem.
    known
        Words that claim nothing more than the family understands.
    surely
        How surely a text with the words of `speaks` is the family's, before any help.
    """

    filmable = False
    rules: ClassVar[tuple[Rule, ...]] = ()
    predicates: ClassVar[tuple[Predicate, ...]]
    numbers: ClassVar[frozenset[str]] = frozenset()
    foreign: ClassVar[frozenset[Unit]] = frozenset({Unit.WATT, Unit.HERTZ})
    known: ClassVar[tuple[str, ...]] = ()
    surely: ClassVar[float] = 0.54
    slots: tuple[Slot, ...] = (_ALLOWED_SLOT, *TIMES)
    formulas: ClassVar[tuple[Formula, ...]] = (
        Formula(ALLOWED, Unit.ONE, lambda v: v[ALLOWED], (ALLOWED,), "what the rule allows"),
    )

    # ---- reading -------------------------------------------------------------------------------

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Say how well a text speaks of the family; less than a family of equations would.

        No phenomenon disturbs: what else happens is part of what is to be seen.
        """
        speaks = self.speaks
        if units & self.foreign or words.any_of(speaks.never) is not None:
            return 0.0
        if any(words.any_of(group) is None for group in speaks.all_of):
            return 0.0
        helping = sum(1 for phrase in speaks.helps if phrase in words)
        return self.surely + 0.05 * min(3, helping) + 0.04 * min(2, len(speaks.units & units))

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:  # noqa: ARG002
        """Set aside what no slot can take and what limits nothing: it is scenery."""
        units = {slot.unit for slot in self.slots if slot.before or slot.after or slot.by_unit}
        return {
            n: ""
            for n, mention in enumerate(mentions)
            if mention.quantity.unit not in units and mention.bound not in _CLAIMING
        }

    def ruling(self, words: Words, wanted: str) -> tuple[Rule, bool] | None:
        """Give the rule that decides an outcome, and whether it allows it."""
        for rule in self.rules:
            if wanted in (*rule.allows, *rule.forbids) and rule.speaks_of(words):
                return rule, wanted in rule.allows
        return None

    def understands(self, words: Words) -> frozenset[str]:  # noqa: ARG002
        """Give the phrases of the common list of unplaced claims that are none here."""
        return self.tolerated

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Give the claims that decide in closed form; none where only a film can show it."""
        if ALLOWED in given:
            opposite = self.opposite(wanted)
            return (Claim(wanted, opposite, ALLOWED, Comparison.AT_LEAST, 0.5, "{}"),)
        return super().ask(wanted, given) if self.numbers & given else ()

    def opposite(self, outcome: str) -> str:
        """Give the outcome predicted where one does not come about."""
        for wish in self.wishes:
            if wish.outcome == outcome:
                return wish.opposite
        return next((w.outcome for w in self.wishes if w.opposite == outcome), outcome)

    def visual(self, words: Words, given: tuple[Parameter, ...]) -> bool:
        """Say whether neither a rule nor a number decides what is asked."""
        return not self.ask(self.interpret(words, given).wanted, frozenset(p.name for p in given))

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        read = super().interpret(words, given)
        others = tuple(m for m in read.unsettled if m.name != UNPLACED_CLAIM)
        found = tuple(p for p in read.parameters if p.name != ALLOWED)
        wanted = read.wanted
        if any(m.name == "wanted" for m in others):
            votes = tuple(self.voted(words))
            # Of several things asked for together, one that cannot be bars them all.
            chosen = votes if len(votes) == 1 else [v for v in votes if self._bars(words, v)]
            wanted = next(iter(chosen), wanted)
            others = tuple(m for m in others if m.name != "wanted" or not chosen)
        if not any(m.name == "wanted" for m in others):
            found = (*found, *self._ruled(words, wanted))
        names = frozenset(p.name for p in found)
        if not self.ask(wanted, names):
            return Interpretation(wanted, found, self._open(words, others))
        forbidden = any(p.name == ALLOWED and p.quantity.value == 0.0 for p in found)
        tolerated = self.understands(words) | (_NO_RESCUE if forbidden else _MANNER)
        claims = unplaced_claims(words, self.contrary, tolerated=tolerated)
        if not forbidden and not claims:
            claims = named(self._further(words))
        if not forbidden and words.any_of(_HURRIED) and not {s.name for s in TIMES} & names:
            claims = (*claims, _LATE)
        return Interpretation(wanted, found, (*others, *claims))

    def _bars(self, words: Words, outcome: str) -> bool:
        ruling = self.ruling(words, outcome)
        return ruling is not None and not ruling[1]

    def _ruled(self, words: Words, wanted: str) -> tuple[Parameter, ...]:
        ruling = self.ruling(words, wanted)
        if ruling is None:
            return ()
        rule, allows = ruling
        return (inferred(ALLOWED, float(allows), Unit.ONE, f"{rule.name}: {rule.statement}"),)

    def _open(
        self, words: Words, unsettled: tuple[MissingParameter, ...]
    ) -> tuple[MissingParameter, ...]:
        """Drop what a film can show: two outcomes one after the other are both to be seen."""
        if self.voted(words):
            return tuple(m for m in unsettled if m.name != "wanted")
        return unsettled

    def voted(self, words: Words) -> dict[str, None]:
        """Give the outcomes that words ask for, in the order of the wishes."""
        votes: dict[str, None] = {}
        for wish in self.wishes:
            said, denied = words.asserted(wish.said)
            if said:
                votes[wish.outcome] = None
            if denied:
                votes[wish.opposite] = None
        return votes

    def _further(self, words: Words) -> list[str]:
        """Find verbs joined to the outcome that the family does not know: further claims."""
        speaks = self.speaks
        phrases = [p for group in (*speaks.all_of, speaks.helps, self.known) for p in group]
        phrases += [p for wish in self.wishes for p in wish.said]
        phrases += [p for rule in self.rules for group in rule.when for p in group]
        lexicon = {word for phrase in phrases for word in phrase.split()}
        found = []
        for place, token in enumerate(words.tokens[:-1]):
            if token.text not in _JOINING:
                continue
            after = place + 1
            while after < len(words.tokens) - 1 and words.tokens[after].text in _PASSED:
                after += 1
            verb = words.tokens[after]
            bare = words.tokens[after - 1].text in _DOING
            if verb.text in _ARTICLES and after + 2 < len(words.tokens):
                verb = words.tokens[after + 2]  # 'and the film heals itself'
            is_verb = bare or (verb.text.endswith("s") and not verb.text.endswith(("ss", "us")))
            if (
                verb.kind is TokenKind.WORD
                and is_verb
                and not lexicon & {verb.text, f"{verb.text}s"}
            ):
                found.append(verb.text)
        return found

    # ---- completing and solving ----------------------------------------------------------------

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        words = Words.of(intent.text)
        others = tuple(p for p in intent.parameters if p.name != ALLOWED)
        ruled = () if any(m.name == "wanted" for m in intent.unsettled) else self._ruled(
            words, intent.wanted
        )  # fmt: skip
        found = super().complete(intent.revised(parameters=(*others, *ruled)), from_node)
        asked = self.asked(found)
        timed = next((found.parameter(s.name) for s in TIMES if found.parameter(s.name)), None)
        if not asked or timed is None or found.missing:
            return found
        values = values_of(found)
        if any(self.margin_of(claim)(values) < 0 for claim in asked):
            return found
        return found.revised(missing=(_LATE,))

    def _without_claim(self, intent: Intent, settled: Settled, from_node: str | None) -> Scenario:
        """Ask for no numbers: what no rule and no number decides, a film shows."""
        stated = {p.name for p in intent.parameters} | {m.name for m in intent.unsettled}
        faulty = tuple(m for m in settled.missing if m.name in stated)
        return scenario(intent, Settled(settled.parameters, faulty), from_node)

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """Give what a rule or numbers decide, and what a film has to show."""
        words = Words.of(scenario.intent.text)
        asked = self.asked(scenario)
        ruling = self.ruling(words, scenario.wanted)
        decided = tuple(
            c.revised(law=ruling[0].law, statement=_allowed(scenario.wanted))
            if c.quantity == ALLOWED and ruling is not None
            else c
            for c in super().constraints(scenario)
        )
        claimed = {scenario.wanted: None}
        if not asked:
            claimed |= self.voted(words)
        on_film = [
            self._seen(p)
            for p in self.predicates
            if p.outcome in claimed or not (asked or p.outcome)
        ]
        limit = scenario.parameter(_TIME_LIMIT.name)
        if limit is not None and not asked:
            on_film.append(_in_time(limit.quantity, scenario.wanted, self.law))
        return (*decided, *on_film)

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """Ask what bears on the goal, and what bears on none: of all that a substance may do."""
        claims = {c.claim for c in self.constraints(scenario)}
        return tuple(
            check
            for check in self.sights
            if check.expected(claims) is not None or not (check.shows or check.denies)
        )

    def _seen(self, predicate: Predicate) -> Constraint:
        p = predicate
        is_law = not p.outcome
        return Constraint(
            constraint_id=f"{p.outcome or 'law'}_by_{p.quantity}",
            claim=p.outcome or p.quantity,
            kind=ConstraintKind.LAW if is_law else ConstraintKind.GOAL,
            law=self.law,
            statement=p.statement,
            quantity=p.quantity,
            comparison=p.comparison,
            threshold=Quantity(value=p.threshold, unit=p.unit),
            tolerance=None if p.tolerance is None else Quantity(value=p.tolerance, unit=p.unit),
            admits=(EvidenceSource.MEASUREMENT,),
            scale_free=p.unit is Unit.ONE,
        )

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`."""
        if scenario.missing:
            return incomplete(scenario, self.equation)
        if not self.asked(scenario):
            needed = [c for c in self.constraints(scenario) if c.required]
            lines = ["No number of the goal decides this: it has to be seen."]
            lines += [f"A film has to show {_named(c)}: {c.statement}" for c in needed]
            explanation = "\n".join(lines)[:4000]
            return Prediction(outcome=None, equation=self.equation, explanation=explanation)
        found = super().solve(scenario)
        ruling = self.ruling(Words.of(scenario.intent.text), scenario.wanted)
        law = ruling[0].law if ruling else self.law
        by_user = {p.name for p in scenario.parameters if p.source is ParameterSource.USER}
        lines = [*([f"{law}: {ruling[0].statement}"] if ruling else []), found.explanation]
        return found.revised(
            evidence=tuple(
                e.revised(method=law) if e.name == ALLOWED else e for e in found.evidence
            ),
            alternatives=tuple(a for a in found.alternatives if a.parameter in by_user),
            explanation="\n".join(lines)[:4000],
        )

    def stage(self, scenario: Scenario) -> Scene:
        """Refuse: bodies that keep their shape cannot show it honestly.

        Raises
        ------
        ValueError
            Always.
        """
        raise ValueError(
            f"the stub renderer cannot show {self.name.replace('_', ' ')}: its bodies neither "
            f"flow, melt, burn nor break ({scenario.intent.text[:80]!r})"
        )


def _allowed(outcome: str) -> str:
    return f"What is asked ({outcome.replace('_', ' ')}) is allowed."


def _named(constraint: Constraint) -> str:
    how = {Comparison.AT_MOST: "at most", Comparison.AT_LEAST: "at least"}.get(
        constraint.comparison or Comparison.WITHIN, "about"
    )
    limit = constraint.threshold
    return f"{constraint.quantity} {how} {say(limit.value, limit.unit) if limit else ''}"


def _in_time(limit: Quantity, outcome: str, law: str) -> Constraint:
    return Constraint(
        constraint_id=f"{outcome}_in_time",
        claim=f"{outcome}_in_time",
        kind=ConstraintKind.GOAL,
        law=law,
        statement=f"It takes at most {say(limit.value, limit.unit)}.",
        quantity="completion_time",
        comparison=Comparison.AT_MOST,
        threshold=limit,
        admits=(EvidenceSource.MEASUREMENT,),
    )
