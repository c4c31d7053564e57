"""From a row to a pipeline that can run, and the one place where such a pipeline lives.

A process holds one pipeline at most: asking for another lets go of the first before anything of
the second is loaded.
"""

import importlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any, Final

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.memory import free_memory, offload, unless_out_of_memory
from storyworld.renderers.diffusion.prefetch import PREFETCH
from storyworld.renderers.diffusion.specs import Dtype, ModelSpec, Part, Restyler
from storyworld.renderers.diffusion.weights import checked, sha256_by_file
from storyworld.settings import Device, Settings

MODEL_OFFLOAD: Final = "model_cpu_offload"
_EXTRA: Final = ("torch", "diffusers", "transformers", "accelerate", "safetensors")
_INSTALL: Final = "install torch with plain pip first, and then: pip install 'storyworld[gpu]'"


@dataclass
class Loaded:
    """A pipeline on its device, with what provenance says of it.

    `weights` is the sha256 of each weight file by repository; `optimisations` grows when memory
    runs out.
    """

    name: str
    pipeline: Any
    device: str
    dtype: str
    weights: Mapping[str, Mapping[str, str]]
    optimisations: list[str] = field(default_factory=list)
    vae_dtype: Any = None

    @property
    def offloaded(self) -> bool:
        """Whether its models take turns on the card."""
        return MODEL_OFFLOAD in self.optimisations

    def offload(self) -> None:
        """Let its models take turns on the card from now on."""
        offload(self.pipeline, self.device)
        self.optimisations.append(MODEL_OFFLOAD)

    def settle(self) -> None:
        """Bring it back to where a render starts, after one that ended in the middle."""
        self.pipeline.maybe_free_model_hooks()
        # SVD computes its keyframe's latents in float32 and may have stopped there.
        if self.pipeline.vae.dtype != self.vae_dtype:
            self.pipeline.vae.to(dtype=self.vae_dtype)
        free_memory()


class Residence:
    """Where the one pipeline of a process lives."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._key: tuple[object, ...] | None = None
        self._loaded: Loaded | None = None

    @contextmanager
    def holding(self, spec: ModelSpec, settings: Settings) -> Iterator[Loaded]:
        """Lend the pipeline of a row to one thread at a time, loading it unless it is there.

        Raises
        ------
        PermanentError
            As :func:`load` does.
        """
        key = (spec, settings.weights, settings.device)
        with self._lock:
            yield self._resident(key, partial(load, spec, settings))

    @contextmanager
    def holding_restyler(
        self, spec: ModelSpec, restyler: Restyler, settings: Settings
    ) -> Iterator[Loaded]:
        """Lend a row's restyler, in the place of the row's own pipeline; errors are the same."""
        key = (restyler, settings.weights, settings.device)
        with self._lock:
            yield self._resident(key, partial(load_restyler, spec, restyler, settings))

    def vacate(self) -> None:
        """Let go of the pipeline that is there, if any."""
        with self._lock:
            if self._loaded is not None:
                self._key = self._loaded = None
                free_memory()

    def _resident(self, key: tuple[object, ...], load_it: Callable[[], Loaded]) -> Loaded:
        if self._loaded is None or self._key != key:
            self.vacate()
            self._loaded = load_it()
            self._key = key
        return self._loaded


RESIDENCE: Final = Residence()


def load(spec: ModelSpec, settings: Settings) -> Loaded:
    """Load the pipeline of a row from disk onto the device of the settings.

    Nothing is fetched, no pickle is read, no code of a repository is run.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE with the fix: the extra is not installed, there is no card, weights
        are missing or not to be trusted, the installed diffusers is another. OUT_OF_MEMORY if the
        weights alone do not fit.
    """
    _require(spec.also_needs)
    parts = (("", spec.model), *spec.parts)
    dtypes = (spec.dtype, spec.float32_parts)
    loaded = _loaded(spec.name, parts, dtypes, settings, PREFETCH.format(name=spec.name))
    if spec.scheduler is not None:
        import diffusers

        name, changed = spec.scheduler
        stored = loaded.pipeline.scheduler.config
        loaded.pipeline.scheduler = getattr(diffusers, name).from_config(stored, **dict(changed))
    loaded.optimisations += quickened(loaded.pipeline, loaded.device)
    return loaded


def load_restyler(spec: ModelSpec, restyler: Restyler, settings: Settings) -> Loaded:
    """Load the pipeline that repaints a row's keyframes; errors as :func:`load`."""
    name, parts = f"{spec.name}'s restyler", (("", restyler.model),)
    return _loaded(name, parts, (spec.dtype, ()), settings, PREFETCH.format(name=spec.name))


def quickened(pipeline: Any, device: str) -> tuple[str, ...]:
    """Make a pipeline on a card faster by rewrites that are exact, and say what each came to.

    Nothing is compiled: that takes minutes at the first render, which has a deadline
    (``benchmarks/svd.py`` shows what it would gain).
    """
    if not device.startswith("cuda"):
        return ()
    from storyworld.renderers.diffusion.quickening import DEFAULT_RUNGS, Rung, quicken

    return quicken(pipeline, [rung for rung in DEFAULT_RUNGS if rung is not Rung.COMPILED_BLOCKS])


def require_runnable(settings: Settings) -> None:
    """Refuse a machine that can run no diffusion model, saying what it lacks.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE.
    """
    # Both are read when diffusers is imported.
    os.environ["DIFFUSERS_DISABLE_REMOTE_CODE"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    _require(_EXTRA)
    import torch

    if settings.device is Device.CUDA and not torch.cuda.is_available():
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            "this machine has no NVIDIA card that PyTorch can use",
            fix="render on a machine with one, or set STORYWORLD_DEVICE=cpu (slow: minutes a step)",
        )


def _require(packages: tuple[str, ...]) -> None:
    for package in packages:
        try:
            importlib.import_module(package)
        except ImportError as error:
            extra = package in _EXTRA
            raise PermanentError(
                FailureCode.BACKEND_UNAVAILABLE,
                f"{package} cannot be imported: {error}",
                fix=_INSTALL if extra else f"pip install {package}",
            ) from error


def _loaded(
    name: str,
    parts: tuple[tuple[str, Part], ...],
    dtypes: tuple[Dtype, tuple[str, ...]],
    settings: Settings,
    fetch: str,
) -> Loaded:
    require_runnable(settings)
    _quiet()
    fix = f"fetch the weights: {fetch}"
    found = [(argument, part, checked(part, settings.weights, fix)) for argument, part in parts]
    weights = {part.repository: sha256_by_file(files) for _, part, files in found}
    device = settings.device.value
    dtype, exact = dtypes if settings.device is Device.CUDA else (Dtype.FLOAT32, ())
    further = {
        argument: _from_disk(part, files.folder, dtype, (), {})
        for argument, part, files in found[1:]
    }
    _, model, files = found[0]
    pipeline = _from_disk(model, files.folder, dtype, exact, further)
    pipeline.set_progress_bar_config(disable=True)
    loaded = Loaded(name, pipeline, device, dtype.value, weights, vae_dtype=pipeline.vae.dtype)
    if unless_out_of_memory(partial(pipeline.to, device)) is None:
        loaded.offload()
    return loaded


def _quiet() -> None:
    """Draw no progress bars into a worker's log: who waits is told by the watch."""
    import diffusers.utils.logging
    import transformers.utils.logging

    diffusers.utils.logging.disable_progress_bar()
    transformers.utils.logging.disable_progress_bar()


def _from_disk(
    part: Part, folder: Path, dtype: Dtype, exact: tuple[str, ...], further: dict[str, Any]
) -> Any:
    """Load one repository from a folder that was looked over."""
    import diffusers
    import torch

    loads_as = getattr(diffusers, part.loads_as)
    absent = [name for name in part.skips if name in signature(loads_as.__init__).parameters]
    wanted: Any = getattr(torch, dtype.value)
    if exact:
        wanted = {"default": wanted, **dict.fromkeys(exact, torch.float32)}
    work = partial(
        loads_as.from_pretrained,
        folder,
        dtype=wanted,
        variant=part.variant,
        use_safetensors=True,
        local_files_only=True,
        **dict.fromkeys(absent),
        **further,
    )
    try:
        loaded = unless_out_of_memory(work)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"{part.repository} cannot be loaded as {part.loads_as}: {error}"[:600],
            fix="fetch the weights again, and install the versions in constraints.txt",
        ) from error
    if loaded is None:
        raise PermanentError(
            FailureCode.OUT_OF_MEMORY,
            f"{part.repository} does not fit into this machine's memory",
            fix="render on a machine with more memory, or choose a smaller model",
        )
    return loaded
