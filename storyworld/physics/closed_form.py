"""The shape that families with a closed form share: what differs between them is data.

A family of this shape states its slots, formulas, claims and words
(:mod:`storyworld.physics.claims`), and stages a scene. Reading what is wanted, completing the
parameters, constraints, questions, the solver's findings and what would flip them follow.
"""

import math
from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from storyworld.epistemics.constraints import DEFAULT_GUARD
from storyworld.physics.asking import Asked
from storyworld.physics.besides import open_besides
from storyworld.physics.bounding import bounded_spans, with_bounds_met
from storyworld.physics.claims import Claim, Derived, Formula, named_apart
from storyworld.physics.completion import (
    Settled,
    bounded_besides,
    inferred,
    rectangular,
    scenario,
    settle,
)
from storyworld.physics.derivation import derive, in_force, roots, tied
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.sighting import on_film, over_time
from storyworld.physics.solving import (
    Law,
    Reasoning,
    alternatives,
    evidence_by,
    incomplete,
    predict,
    propagate,
    values_of,
)
from storyworld.physics.spans import Span, settle_spans
from storyworld.physics.wording import say
from storyworld.reading.words import Words
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.goal import Intent, MissingParameter, ParameterSource
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Check, Prediction, Question, Scenario

# A criterion with no uncertainty at all is met this clearly, in standard uncertainties.
_CERTAIN: Final = 1e9
_METHOD: Final = "closed form"
_BOTH: Final = (EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT)


class ClosedForm(Asked):
    """A family whose goals a closed form decides. Subclasses give the data and the scene.

    Attributes
    ----------
    equation, law
        As shown to people: the formulas, and the law they rest on.
    formulas, derived
        See :mod:`storyworld.physics.claims`; for what is asked :class:`Asked`.
    sights
        What a vision model is asked.
    watched
        Questions to the film beyond those of the claims.
    """

    equation: ClassVar[str]
    law: ClassVar[str]
    formulas: ClassVar[tuple[Formula, ...]]
    derived: ClassVar[tuple[Derived, ...]] = ()
    sights: ClassVar[tuple[Check, ...]] = ()
    watched: ClassVar[tuple[Question, ...]] = ()

    # ---- what a subclass may add ---------------------------------------------------------------

    def spans(self, words: Words) -> Mapping[str, Span]:  # noqa: ARG002
        """Give admissible ranges of parameters where the text gives no value."""
        return {s.name: Span(*s.span, s.because) for s in self.slots if s.span is not None}

    def laws(self, scenario: Scenario) -> tuple[Constraint, ...]:  # noqa: ARG002
        """Give what the film must obey whatever is asked."""
        return ()

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:  # noqa: ARG002
        """Write the equation with the numbers put in, as a teacher would. Values in SI."""
        return ()

    def reach(self, scenario: Scenario) -> Mapping[str, tuple[float, float]]:  # noqa: ARG002
        """Give ranges of parameters within which the formulas hold, if narrower than the slots'."""
        return {}

    # ---- completing ----------------------------------------------------------------------------

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        twice = bounded_besides(self.slots, intent)
        intent = intent.revised(unsettled=(*intent.unsettled, *twice)) if twice else intent
        bounded = {p.name: p for p in intent.parameters if p.bound is not None}
        stated = tuple(p for p in intent.parameters if p.name not in bounded)
        settled = settle(self.slots, intent.revised(parameters=stated))
        settled = settled.but(bounded)  # what the goal bounds is not what is usual
        faulty = frozenset(
            {p.name for p in stated} - {p.name for p in settled.parameters}
            | {m.name for m in intent.unsettled}
        )
        settled = derive(settled, self.derived, self.slots, faulty)
        given = frozenset(p.name for p in settled.parameters)
        asked = self.ask(intent.wanted, given)
        if not asked:
            return self._without_claim(intent, settled, from_node)
        spans = {**self.spans(Words.of(intent.text)), **bounded_spans(self.slots, bounded)}
        needed = self._lacking(self.needs(asked), given, spans)
        settled = Settled(
            settled.parameters,
            tuple(m for m in settled.missing if m.name in needed or m.name in faulty),
        )
        unnamed = needed - {m.name for m in settled.missing}
        for slot in (s for s in self.slots if s.name in unnamed):
            settled = settled.without(slot.name, slot.unit, slot.because or f"{slot.words} decides")
        ranged = {n: spans[n] for n in spans if n in needed and n not in faulty}
        others = {m.name for m in settled.missing if m.name in needed} - set(ranged)
        if others:  # a range that is known is not what is missing
            known = tuple(m for m in settled.missing if m.name not in ranged)
            settled = Settled(settled.parameters, known)
        elif ranged:
            settled = self._stand_in(settled, asked, ranged)
        derived = derive(settled, self.derived, self.slots, faulty)
        read = self.needs(asked) | {str(c.threshold) for c in asked}
        used = {n for formula in self.formulas for n in formula.needs}
        used |= {n for rule in self.derived for n in rule.needs}
        used |= {s.name for s in self.slots if s.unit is not Unit.KILOGRAM and not s.counts}
        derived = with_bounds_met(derived, bounded, read, self.derived, used)
        made = scenario(intent, self._with_values(derived, asked), from_node)
        return open_besides(made, self.asked(made), self._besides(made), self.margin_of)

    def _besides(self, made: Scenario) -> tuple[Claim, ...]:
        """Give what the words would ask for if the goal stated no limit."""
        if not self._stated(made.parameters):
            return ()
        wishes = self.besides(Words.of(made.intent.text), made.parameters)
        given = frozenset(p.name for p in made.parameters)
        return tuple(claim for wanted in wishes for claim in self.ask(wanted, given))

    def _with_values(self, settled: Settled, asked: tuple[Claim, ...]) -> Settled:
        """Name what no formula gives a value for: 1000 kg empty of 600 kg at the start."""
        values = {p.name: p.quantity.value for p in settled.parameters}
        for claim in () if settled.missing else asked:
            formula = self.formula(claim.quantity)
            try:
                formula.of(values)
            except (ValueError, ArithmeticError):
                settled = settled.without(
                    formula.name, formula.unit, "it has no value at the numbers given"
                )
        return settled

    def _without_claim(self, intent: Intent, settled: Settled, from_node: str | None) -> Scenario:
        """Name the limit that a goal speaks of and does not state: nothing is claimed without."""
        limits = [
            limit
            for limit in self.limits
            if intent.wanted in {o for c in limit.claims for o in (c.outcome, c.otherwise)}
        ]
        because = "the goal does not say how much is asked for"
        missing = [
            MissingParameter(
                name=limit.called, unit=limit.unit, because=f"{limit.words}: {because}"
            )
            for limit in limits
        ] or [MissingParameter(name="wanted", unit=Unit.ONE, because=because)]
        named = {m.name for m in intent.unsettled}
        needed = frozenset(n for limit in limits for n in self.formula(limit.quantity).needs)
        lacking = [m for m in settled.missing if m.name in needed or m.name in named]
        every = {m.name: m for m in (*missing, *lacking)}
        return scenario(intent, Settled(settled.parameters, tuple(every.values())), from_node)

    def needs(self, asked: Iterable[Claim]) -> frozenset[str]:
        """Give the parameters that the formulas of claims read."""
        return frozenset(n for claim in asked for n in self.formula(claim.quantity).needs)

    def formula(self, name: str) -> Formula:
        """Give the formula of that name."""
        return next(f for f in self.formulas if f.name == name)

    def _lacking(
        self, needed: frozenset[str], given: frozenset[str], spans: Mapping[str, Span]
    ) -> frozenset[str]:
        """Give what is needed and not there; what people give by its sources, as its sources."""
        lacking = needed - given
        for rule in reversed(self.derived):
            ranged = all(n in given or n in spans for n in rule.needs)
            if rule.name in lacking and rule.name not in spans and (rule.natural or ranged):
                lacking = lacking - {rule.name} | (frozenset(rule.needs) - given)
        return lacking

    def _stand_in(
        self, settled: Settled, asked: tuple[Claim, ...], spans: Mapping[str, Span]
    ) -> Settled:
        rules = self._applicable(settled, spans)
        known = {p.name: p.quantity.value for p in settled.parameters}
        u = {p.name: p.quantity.uncertainty for p in settled.parameters}

        def robustness(values: Mapping[str, float]) -> float | None:
            try:
                return min((self._clarity(c, rules, values, u) for c in asked), default=None)
            except (KeyError, ValueError, ZeroDivisionError, OverflowError):
                return None

        verdict = settle_spans(robustness, known, spans, DEFAULT_GUARD)
        slots = {slot.name: slot for slot in self.slots}
        for name, span in spans.items():
            slot = slots[name]
            between = f"from {say(span.low, slot.unit)} to {say(span.high, slot.unit)}"
            if name in verdict.decisive:
                because = f"{slot.because or slot.words}; {span.because}: anything {between}"
                settled = settled.without(name, slot.unit, because)
                continue
            value = verdict.stand_ins.get(name, (span.low + span.high) / 2)
            because = f"not given; anything {between} gives the same answer"
            stand_in = inferred(name, value, slot.unit, because).revised(
                source=ParameterSource.DEFAULT, added_uncertainty=rectangular(span.low, span.high)
            )
            settled = settled.with_parameter(stand_in)
        return settled

    def _applicable(self, settled: Settled, spans: Mapping[str, Span]) -> tuple[Derived, ...]:
        """Give the rules whose sources are there, given or ranging, in their order."""
        there = {p.name for p in settled.parameters} | set(spans)
        rules: list[Derived] = []
        for rule in self.derived:
            if rule.name not in there and there.issuperset(rule.needs):
                rules.append(rule)
                there.add(rule.name)
        return tuple(rules)

    def _clarity(
        self,
        claim: Claim,
        rules: tuple[Derived, ...],
        values: Mapping[str, float],
        uncertainties: Mapping[str, float],
    ) -> float:
        """Give a claim's margin in standard uncertainties."""
        margin = tied(self.margin_of(claim), rules)
        m, u = margin(values), propagate(margin, values, uncertainties)
        return m / u if u > 0 else math.copysign(_CERTAIN, m)

    # ---- solving -------------------------------------------------------------------------------

    def margin_of(self, claim: Claim) -> Law:
        """Give how far a claim is met, in the unit of its formula: positive where it holds."""
        of = self.formula(claim.quantity).of

        def margin(values: Mapping[str, float]) -> float:
            value, limit = of(values), _threshold(claim, values)
            match claim.comparison:
                case Comparison.AT_MOST:
                    return limit - value
                case Comparison.AT_LEAST:
                    return value - limit
                case Comparison.WITHIN:
                    return _tolerance(claim, limit) - abs(value - limit)

        return margin

    def asked(self, scenario: Scenario) -> tuple[Claim, ...]:
        """Give the claims of a scenario."""
        return self.ask(scenario.wanted, frozenset(p.name for p in scenario.parameters))

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        found: list[Constraint] = []
        values = values_of(scenario)
        for name, claim in named_apart(self.asked(scenario)):
            # One constraint for both where the film measures the very quantity that is solved.
            same = any(s.measure.value == claim.quantity for s in claim.sights)
            formula = self.formula(claim.quantity)
            if isinstance(claim.threshold, str):
                parameter = scenario.parameter(claim.threshold)
                if parameter is None:
                    continue
                limit = parameter.quantity
            else:
                limit = Quantity(value=claim.threshold, unit=formula.unit)
            within = claim.comparison is Comparison.WITHIN
            tolerance = _tolerance(claim, limit.value) + math.sqrt(3) * limit.uncertainty
            said = claim.statement.format(say(limit.value, limit.unit))
            found.append(
                Constraint(
                    constraint_id=name,
                    claim=name,
                    kind=ConstraintKind.GOAL,
                    law=self.law,
                    statement=said,
                    quantity=claim.quantity,
                    comparison=claim.comparison,
                    threshold=Quantity(value=limit.value, unit=limit.unit) if within else limit,
                    tolerance=Quantity(value=tolerance, unit=limit.unit) if within else None,
                    admits=_BOTH if same else (EvidenceSource.SOLVER,),
                )
            )
            for seen in () if same else claim.sights:
                found += on_film(self.law, name, claim, seen, values)
            for over in claim.over:
                found += over_time(self.law, name, over, values)
        return (*found, *self.laws(scenario))

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        values = values_of(scenario)
        seen = [
            s
            for c in self.asked(scenario)
            for s in c.sights
            if s.measure.value == c.quantity or on_film(self.law, c.outcome, c, s, values)
        ]
        asked = [
            Question(
                evidence=s.measure.value, measure=s.measure, unit=s.unit, subjects=s.subjects,
                reference=s.reference, required=s.required, words=s.words,
            )
            for s in seen
        ]  # fmt: skip
        return tuple({q.evidence: q for q in (*self.watched, *asked)}.values())

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:  # noqa: ARG002
        """See :class:`storyworld.physics.family.Family`."""
        return self.sights

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`."""
        if scenario.missing:
            return incomplete(scenario, self.equation)
        asked, values = self.asked(scenario), values_of(scenario)
        rules = in_force(scenario.parameters, self.derived)
        derived = {rule.name for rule in rules}
        stated = scenario.revised(
            parameters=tuple(p for p in scenario.parameters if p.name not in derived)
        )
        margins = tuple(tied(self.margin_of(claim), rules) for claim in asked)

        def margin(v: Mapping[str, float]) -> float:
            return min(one(v) for one in margins)

        broken = [c for c in asked if self.margin_of(c)(values) < 0]
        reasoning = Reasoning(
            equation=self.equation,
            evidence=self._evidence(stated, rules, asked),
            opposite=(broken or asked)[0].otherwise if asked else scenario.wanted,
            lines=self.working(values),
            alternatives=alternatives(
                margin, stated, self._levers(stated, rules, asked, self.reach(scenario))
            ),
        )
        return predict(scenario, self.constraints(scenario), reasoning)

    def _evidence(
        self, stated: Scenario, rules: tuple[Derived, ...], asked: tuple[Claim, ...]
    ) -> tuple[Evidence, ...]:
        """Give every quantity that the parameters settle; those asked about come first."""
        known = {p.name for p in stated.parameters} | {rule.name for rule in rules}
        wanted = {c.quantity for c in asked}
        found: list[Evidence] = []
        for f in sorted(self.formulas, key=lambda f: f.name not in wanted):
            if not known.issuperset(f.needs):
                continue
            try:
                found.append(evidence_by(tied(f.of, rules), stated, f.name, f.unit, _METHOD))
            except ArithmeticError:
                if f.name in wanted:
                    raise
        return tuple(found)

    def _levers(
        self,
        stated: Scenario,
        rules: tuple[Derived, ...],
        asked: tuple[Claim, ...],
        reach: Mapping[str, tuple[float, float]],
    ) -> tuple[Slot, ...]:
        """Give the parameters whose change could flip the finding: those the asker chose."""
        limits = {c.threshold for c in asked if isinstance(c.threshold, str)}
        names = roots(self.needs(asked), rules) | limits
        chosen = {p.name for p in stated.parameters if p.source is not ParameterSource.DEFAULT}
        return tuple(
            s.within(*reach.get(s.name, (s.low, s.high)))
            for s in self.slots
            if s.name in names & chosen - {GRAVITY.name}
        )


def _threshold(claim: Claim, values: Mapping[str, float]) -> float:
    return values[claim.threshold] if isinstance(claim.threshold, str) else claim.threshold


def _tolerance(claim: Claim, limit: float) -> float:
    return claim.tolerance * (abs(limit) or 1.0)
