"""Observers, one module each. A witness, not a judge.

=============  =============================================  ================  ===========
observer       what it does                                   needs             cost
=============  =============================================  ================  ===========
measuring      recovers SI quantities from the pixels alone   nothing           0 USD
gemini         a Gemini model is asked what frames show       GEMINI_API_KEY    per token
ollama         a model of one's own is asked what they show   an Ollama server  0 USD
openai         the same by an OpenAI-compatible endpoint      such a server     as it may
gemini-legacy  as gemini, by the SDK that Google has ended    and an extra      per token
=============  =============================================  ================  ===========

Pixels are always measured. Which vision models are asked, in which order, says
``STORYWORLD_VISION``: the next is asked only where the one before could not be.
Adding an observer: a module with one class that implements :class:`storyworld.ports.Observer`, and
one line in :data:`OBSERVERS`; a further model is one line more (:mod:`storyworld.models`).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from storyworld.models.asking import Model
from storyworld.ports import Breaker, Observer
from storyworld.settings import Settings, VisionName

Loader = Callable[[Settings, Breaker | None], Observer]


def _measuring(_settings: Settings, _breaker: Breaker | None) -> Observer:
    from storyworld.observers.measuring import MeasuringObserver

    return MeasuringObserver()


def _gemini(settings: Settings, breaker: Breaker | None) -> Observer:
    from storyworld.models.gemini import Gemini

    key, url = settings.gemini_api_key, settings.gemini_url
    return _seeing(settings, breaker, Gemini(settings.gemini_vision_model, key, url), frames=12)


def _gemini_legacy(settings: Settings, breaker: Breaker | None) -> Observer:
    from storyworld.models.gemini_legacy import GeminiLegacy

    key, url = settings.gemini_api_key, settings.gemini_url
    return _seeing(
        settings, breaker, GeminiLegacy(settings.gemini_vision_model, key, url), frames=12
    )


def _ollama(settings: Settings, breaker: Breaker | None) -> Observer:
    from storyworld.models.ollama import Ollama

    return _seeing(settings, breaker, Ollama(settings.ollama_vision_model, settings.ollama_url))


def _openai(settings: Settings, breaker: Breaker | None) -> Observer:
    from storyworld.models.compatible import Compatible

    key, url = settings.openai_api_key, settings.openai_url
    return _seeing(settings, breaker, Compatible(settings.openai_vision_model, url, key))


def _seeing(
    settings: Settings, breaker: Breaker | None, model: Model, frames: int | None = None
) -> Observer:
    """Show a model so many frames; one that may be anybody's gets a sheet of six, and a test."""
    from storyworld.observers.seeing.observer import SeeingObserver
    from storyworld.observers.seeing.pictures import Look

    return SeeingObserver(
        model,
        look=Look(frames=frames) if frames else Look(frames=6, sheet=True),
        samples=settings.vision_samples,
        timeout_s=settings.vision_timeout_s,
        deadline_s=settings.seeing_s,
        prices=settings.model_prices,
        tested=frames is None,
        breaker=breaker,
    )


OBSERVERS: Final[Mapping[str, Loader]] = MappingProxyType(
    {
        "measuring": _measuring,
        VisionName.GEMINI: _gemini,
        VisionName.OLLAMA: _ollama,
        VisionName.OPENAI: _openai,
        VisionName.GEMINI_LEGACY: _gemini_legacy,
    }
)


def observers_of(
    settings: Settings, breaker: Breaker | None = None
) -> tuple[tuple[Observer, ...], ...]:
    """Load the observers of this deployment, as lines: the next of a line stands in for the last.

    Pixels are always measured; the models of ``STORYWORLD_VISION`` are one line. `breaker` is where
    workers share what a model said about when to ask again.
    """
    seeing = tuple(OBSERVERS[name](settings, breaker) for name in settings.vision)
    measuring = (OBSERVERS["measuring"](settings, breaker),)
    return (measuring, seeing) if seeing else (measuring,)


def affordable(lines: tuple[tuple[Observer, ...], ...]) -> tuple[tuple[Observer, ...], ...]:
    """Give the lines for a goal whose budget is spent: who may cost something only says so.

    A model without a known price may cost something.
    """
    from storyworld.observers.seeing.observer import SeeingObserver
    from storyworld.observers.spending import Unaffordable

    def without_cost(observer: Observer) -> Observer:
        costs = isinstance(observer, SeeingObserver) and not observer.free
        return Unaffordable(observer) if costs else observer

    return tuple(tuple(map(without_cost, line)) for line in lines)
