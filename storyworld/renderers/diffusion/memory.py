"""Running out of memory as a result, not an accident: what was being made is let go of first."""

import gc
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def unless_out_of_memory(work: Callable[[], T]) -> T | None:
    """Give what `work` gives, or None if there was not memory enough for it.

    The error is gone when this returns, and with it the frames that held what was half made: memory
    freed while an error is being handled is not free.
    """
    import torch

    try:
        return work()
    except torch.OutOfMemoryError:
        pass
    except RuntimeError as error:
        if "DefaultCPUAllocator: can't allocate memory" not in str(error):
            raise
    return None


def free_memory() -> None:
    """Give back what nobody holds any more, to the card too."""
    gc.collect()
    import torch

    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def offload(pipeline: Any, device: str) -> None:
    """Keep a pipeline's models in the machine's memory, each on the card only while it computes."""
    free_memory()
    pipeline.enable_model_cpu_offload(device=device)
