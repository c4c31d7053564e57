"""The five verbs: plan, render, observe, evaluate, commit. No framework, no database.

=========  ==================================================================================
verb       signature
=========  ==================================================================================
plan       ``plan(goal, *, planner, from_node) -> Plan | Vetoed``
render     ``render(request, *, load, store) -> RenderReport``
observe    ``observe(viewing, *, observers, open_film) -> tuple[Observation, ...]``
evaluate   ``evaluate(beat, observations, *, risk) -> Judgement``      pure
commit     ``commit(context, judgement, observations) -> Commitment``  pure
=========  ==================================================================================
"""

from storyworld.stages.commit import commit
from storyworld.stages.evaluate import evaluate
from storyworld.stages.observe import observe
from storyworld.stages.plan import plan
from storyworld.stages.render import render

__all__ = ["commit", "evaluate", "observe", "plan", "render"]
