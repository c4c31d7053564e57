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

from storyworld.ports import Observer
from storyworld.settings import Settings, VisionName

Loader = Callable[[Settings], Observer]


def _measuring(_settings: Settings) -> Observer:
    from storyworld.observers.measuring import MeasuringObserver

    return MeasuringObserver()


def _gemini(settings: Settings) -> Observer:
    from storyworld.models.gemini import Gemini
    from storyworld.observers.seeing.observer import SeeingObserver
    from storyworld.observers.seeing.pictures import Look

    return SeeingObserver(
        Gemini(settings.gemini_vision_model, settings.gemini_api_key, settings.gemini_url),
        look=Look(frames=12),
        samples=settings.vision_samples,
        timeout_s=settings.vision_timeout_s,
        deadline_s=settings.seeing_s,
    )


def _ollama(settings: Settings) -> Observer:
    from storyworld.models.ollama import Ollama
    from storyworld.observers.seeing.observer import SeeingObserver
    from storyworld.observers.seeing.pictures import Look

    return SeeingObserver(
        Ollama(settings.ollama_vision_model, settings.ollama_url),
        look=Look(frames=6, sheet=True),
        samples=settings.vision_samples,
        timeout_s=settings.vision_timeout_s,
        deadline_s=settings.seeing_s,
        tested=True,
    )


def _openai(settings: Settings) -> Observer:
    from storyworld.models.compatible import Compatible
    from storyworld.observers.seeing.observer import SeeingObserver
    from storyworld.observers.seeing.pictures import Look

    return SeeingObserver(
        Compatible(settings.openai_vision_model, settings.openai_url, settings.openai_api_key),
        look=Look(frames=6, sheet=True),  # many servers take one picture a question
        samples=settings.vision_samples,
        timeout_s=settings.vision_timeout_s,
        deadline_s=settings.seeing_s,
        tested=True,
    )


def _gemini_legacy(settings: Settings) -> Observer:
    from storyworld.models.gemini_legacy import GeminiLegacy
    from storyworld.observers.seeing.observer import SeeingObserver
    from storyworld.observers.seeing.pictures import Look

    return SeeingObserver(
        GeminiLegacy(settings.gemini_vision_model, settings.gemini_api_key, settings.gemini_url),
        look=Look(frames=12),
        samples=settings.vision_samples,
        timeout_s=settings.vision_timeout_s,
        deadline_s=settings.seeing_s,
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


def observers_of(settings: Settings) -> tuple[tuple[Observer, ...], ...]:
    """Load the observers of this deployment, as lines: the next of a line stands in for the last.

    Pixels are always measured; the models of ``STORYWORLD_VISION`` are one line.
    """
    seeing = tuple(OBSERVERS[name](settings) for name in settings.vision)
    measuring = (OBSERVERS["measuring"](settings),)
    return (measuring, seeing) if seeing else (measuring,)
