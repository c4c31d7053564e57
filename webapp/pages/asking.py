"""The page that asks for a goal: what was typed, how it is read, and the same as a command.

The preview beside the form is one template: the whole page holds it, and /preview gives it alone
to the page's script while somebody types.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from flask import Response, current_app, render_template, request

from storyworld.errors import RequestError
from storyworld.evidence_export.claims import Claim, claims_of
from storyworld.records.constraint import ConstraintKind
from storyworld.records.fact import Fact
from storyworld.records.goal import Backend, CostPolicy, Goal, RiskProfile
from storyworld.records.preview import Preview
from storyworld.records.scenario import Beat, Plan
from storyworld.records.world import WorldNode
from storyworld.settings import PlannerName, Settings
from webapp.contract import Sent, by_field, sent
from webapp.pages.copying import Copies, copies_of
from webapp.pages.marking import Reading, reading_of
from webapp.preview import RETRY_AFTER_S, Busy, foreseen, goal_of
from webapp.security import TOKEN_FIELD
from webapp.simulate import EXAMPLES

FIELDS: Final = frozenset({*Goal.model_fields, "goal"} - {"text"})
REWORD, DROP = "reword", "drop"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Sight:
    """What is to be seen of a goal while it is asked: a preview, or why there is none."""

    goal: Goal | None = None
    preview: Preview | None = None
    node: WorldNode | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    busy: bool = False
    reading: Reading | None = None
    copies: Copies | None = None

    @property
    def summary(self) -> str:
        """Say it in one sentence, for who hears the page."""
        if self.preview is not None:
            return self.preview.because
        if self.errors:
            return "; ".join(self.errors.values())
        return "Too many goals are being read at once." if self.busy else ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is established where it starts."""
        return self.node.facts if self.node is not None else ()

    def claims(self, beat: Beat) -> tuple[Claim, ...]:
        """Give what a beat claims with what the solver finds, where it finds something."""
        if self.preview is None:
            return ()
        prediction, guard = beat.prediction, self.preview.guard
        claims = claims_of(beat.constraints, prediction.findings, prediction.evidence, guard)
        return tuple(
            c
            for c in claims
            if c.constraint.kind is not ConstraintKind.PREMISE
            and any(t.finding is not None for t in c.testimonies)
        )


def page(typed: Mapping[str, Any], errors: Mapping[str, str] = _NOTHING) -> str:
    """Give the form with what was typed, an error at each field at fault, and the preview."""
    given = _given(typed)
    settings = _settings()
    return render_template(
        "new.html",
        typed=given,
        errors=errors,
        elsewhere=[detail for name, detail in errors.items() if name not in FIELDS],
        settings=settings,
        risk_profiles=tuple((r, r) for r in RiskProfile),
        cost_policies=tuple((c, c) for c in CostPolicy),
        backends=tuple((b, b) for b in Backend),
        **_told(sight_of(Sent(given))),
    )


def form_again(error: RequestError) -> Response:
    """Give the form back as it was typed, each error at its field."""
    shown = page(sent().fields, _errors(error))
    return current_app.response_class(shown, error.status, mimetype="text/html")


def fragment() -> Response:
    """Give the preview alone, for the page that is there already."""
    return _alone(sight_of(sent()))


def refused(error: RequestError) -> Response:
    """Say there why nothing of what was sent can be read."""
    return _alone(Sight(errors=_errors(error)))


def _alone(sight: Sight) -> Response:
    text = render_template("preview.html", **_told(sight))
    status = 503 if sight.busy else 422 if sight.errors else 200
    headers = {"Retry-After": str(RETRY_AFTER_S)} if sight.busy else None
    return current_app.response_class(text, status, headers, mimetype="text/html")


def sight_of(given: Sent) -> Sight:
    """Read what was typed as far as it can be read; nothing typed is no error."""
    said = given.fields.get("goal", given.fields.get("text", ""))
    if not str(said).strip():
        return Sight()
    goal: Goal | None = None
    try:
        goal = goal_of(given)
        seen = foreseen(goal)
    except RequestError as error:
        return Sight(goal=goal, errors=_errors(error))
    except Busy:
        return Sight(goal=goal, busy=True, copies=_copies(goal))
    plan = seen.preview.plan
    return Sight(
        goal=goal,
        preview=seen.preview,
        node=seen.start.node if seen.start else None,
        reading=reading_of(goal.text, plan) if isinstance(plan, Plan) else None,
        copies=_copies(goal),
    )


def _errors(error: RequestError) -> dict[str, str]:
    """Give what is wrong by the field of the form it is wrong with."""
    names = {"text": "goal"}
    return {names.get(name, name): detail for name, detail in by_field(error).items()}


def reworded(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Do what a button of the preview says: another wording, or no start."""
    kept = {k: v for k, v in typed.items() if k not in {REWORD, DROP}}
    if typed.get(REWORD):
        kept["goal"] = typed[REWORD]
    if typed.get(DROP):
        kept = {k: v for k, v in kept.items() if k not in {"world_id", "from_node"}}
    return kept


def _given(typed: Mapping[str, Any]) -> dict[str, str]:
    names = {"text": "goal"}
    return {names.get(k, k): str(v) for k, v in typed.items() if k != TOKEN_FIELD}


def _told(sight: Sight) -> dict[str, Any]:
    models = [p for p in _settings().planners if p is not PlannerName.RULES]
    return {
        "sight": sight, "models": models, "examples": EXAMPLES, "REWORD": REWORD, "DROP": DROP,
    }  # fmt: skip


def _copies(goal: Goal | None) -> Copies | None:
    return None if goal is None else copies_of(goal, request.host_url, keyed=_settings().keyed)


def _settings() -> Settings:
    settings: Settings = current_app.extensions["storyworld"]
    return settings
