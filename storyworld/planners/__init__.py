"""The planners: who turns a goal into intents, one per beat.

========  ===========================================================  ==========  ================
planner   what                                                         cost        needs
========  ===========================================================  ==========  ================
rules     own tokenizer and cue words; deterministic, never fails      nothing     nothing
gemini    a Gemini model proposes; held against the goal's words       per token   GEMINI_API_KEY
ollama    a model of one's own proposes; held against the goal's words nothing     an Ollama server
========  ===========================================================  ==========  ================

Which are asked, in which order, says ``STORYWORLD_PLANNERS``; the rules are always last. A model
is one module with a class that can be asked (:mod:`storyworld.models`) and one
line in :data:`MODELS`; everything else they share:

===========  ======================================================================
module       does
===========  ======================================================================
order        asks one after the other, keeps who failed and why
language     asks one model: a question, a repair, what is kept of both
prompting    what a model is told
proposal     the schema of a reply, and reading it field by field
cutting      which words of the goal each beat has
placing      what the goal's words bear out of a beat, and what of it is dropped
admitting    which families and outcomes the words leave possible
memory       replies by the hash of what was asked
===========  ======================================================================
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from storyworld.models.asking import Model
from storyworld.planners.language import LanguagePlanner
from storyworld.planners.memory import Memory
from storyworld.planners.order import InOrder
from storyworld.planners.rules import RulesPlanner
from storyworld.ports import Planner
from storyworld.settings import PlannerName, Settings


def _gemini(settings: Settings) -> Model:
    from storyworld.models.gemini import Gemini

    return Gemini(settings.gemini_planner_model, settings.gemini_api_key, settings.gemini_url)


def _ollama(settings: Settings) -> Model:
    from storyworld.models.ollama import Ollama

    return Ollama(settings.ollama_planner_model, settings.ollama_url)


MODELS: Final[Mapping[PlannerName, Callable[[Settings], Model]]] = MappingProxyType(
    {PlannerName.GEMINI: _gemini, PlannerName.OLLAMA: _ollama}
)
PLANNERS: Final[tuple[PlannerName, ...]] = (PlannerName.RULES, *MODELS)


def planner_named(name: str, settings: Settings | None = None) -> Planner:
    """Give the planner of that name; behind a model stand the rules.

    Raises
    ------
    ValueError
        If there is none.
    """
    return _in_order((PlannerName(name),), settings or Settings())


def planner_of(settings: Settings) -> Planner:
    """Give the planner that asks in the order the settings say."""
    return _in_order(settings.planners, settings)


def _in_order(names: tuple[PlannerName, ...], settings: Settings) -> Planner:
    models = [MODELS[name](settings) for name in names if name is not PlannerName.RULES]
    if not models:
        return RulesPlanner()
    memory = Memory(settings.home / "planner-cache")
    timeout_s, prices = settings.planner_timeout_s, settings.model_prices
    asked = [LanguagePlanner(model, memory, timeout_s, prices) for model in models]
    return InOrder(asked, RulesPlanner(), settings.planning_s)
