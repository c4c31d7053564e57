"""What Stable Video Diffusion costs, rung by rung: ``python benchmarks/svd.py``.

The stock pipeline against the rewrites of storyworld.renderers.diffusion.quickening, one added
after the other. On a CUDA device it is the architecture of SVD-XT at its full size (25 frames of
1024 x 576, 25 steps, bfloat16), elsewhere one of 8 MB; weights are random and nothing is
downloaded: neither time nor rounding knows what the weights mean.

Columns: seconds a clip (median, warm; denoising and decoding to floats on the device), how many
times faster than stock, share of the card's peak (`--tflops`) while denoising, counted as the
stock model's operations, so that a rung which saves some counts as faster; peak memory; then
relative differences, root mean square, of one UNet call and of the final latents: to stock, and
to float32 with the same (rounded) weights. Stock's own row says what bfloat16 costs by itself.

Aim at full size: 2 x stock, and to float32 no farther than stock is.
"""

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from storyworld.renderers.diffusion.quickening import Rung, Step, climb, compile_blocks

AIM_TIMES = 2.0
SLACK = 1.05  # of stock's own error: which way roundings fall differs a little


@dataclass(frozen=True)
class Sizes:
    """What is filmed."""

    frames: int
    width_px: int
    height_px: int
    steps: int
    decode_chunk: int


@dataclass(frozen=True)
class Told:
    """What one UNet call and a whole film gave."""

    call: Any  # (2, frames, 4, height, width)
    latents: Any  # (1, frames, 4, height, width)


@dataclass(frozen=True)
class Row:
    """What a rung and those below it came to, see the columns above."""

    rung: str
    what: str
    seconds: float
    denoising_s: float
    decoding_s: float
    times: float
    peak_share: float
    memory_gb: float
    call_to_stock: float
    film_to_stock: float
    film_to_stock_most: float
    call_to_fp32: float
    film_to_fp32: float


def full_svd(device: str = "cuda") -> Any:
    """SVD-XT from its configuration, float32, random weights, made on the device."""
    import torch
    from diffusers import (
        AutoencoderKLTemporalDecoder,
        EulerDiscreteScheduler,
        StableVideoDiffusionPipeline,
        UNetSpatioTemporalConditionModel,
    )
    from transformers import CLIPImageProcessorPil, CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(0)
    with torch.device(device):
        unet = UNetSpatioTemporalConditionModel(sample_size=96, num_frames=25)
        vae = AutoencoderKLTemporalDecoder(
            block_out_channels=[128, 256, 512, 512], layers_per_block=2, latent_channels=4,
            down_block_types=["DownEncoderBlock2D"] * 4, sample_size=768,
        )  # fmt: skip
        encoder = CLIPVisionModelWithProjection(
            CLIPVisionConfig(
                hidden_size=1280, intermediate_size=5120, num_hidden_layers=32,
                num_attention_heads=16, patch_size=14, image_size=224, projection_dim=1024,
                hidden_act="gelu",
            )
        )  # fmt: skip
    scheduler = EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear",
        prediction_type="v_prediction", sigma_max=700.0, sigma_min=0.002, steps_offset=1,
        timestep_spacing="leading", timestep_type="continuous", use_karras_sigmas=True,
    )  # fmt: skip
    pipeline = StableVideoDiffusionPipeline(
        vae=vae.eval(), image_encoder=encoder.eval(), unet=unet.eval(), scheduler=scheduler,
        feature_extractor=CLIPImageProcessorPil(crop_size=224, size=224),
    )  # fmt: skip
    return pipeline.to(device)


def operations(pipeline: Any, sizes: Sizes) -> float:
    """Count the operations of one guided call of the stock UNet (a multiply and an add are two)."""
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    with torch.device("meta"):
        unet = type(pipeline.unet).from_config(pipeline.unet.config).eval()
    unet = unet.to("meta")
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        unet(**conditions(pipeline, sizes, "meta", torch.float32))
    return float(counter.get_total_flops())


def conditions(pipeline: Any, sizes: Sizes, device: Any, dtype: Any) -> dict[str, Any]:
    """Arguments of one guided UNet call; the same numbers in each dtype that has them."""
    import torch

    scale, config = pipeline.vae_scale_factor, pipeline.unet.config
    shapes = {
        "sample": (2, sizes.frames, config.in_channels, sizes.height_px // scale,
                   sizes.width_px // scale),
        "encoder_hidden_states": (2, 1, config.cross_attention_dim),
        "added_time_ids": (2, 3),
        "timestep": (),
    }  # fmt: skip
    random = torch.Generator().manual_seed(1)
    made = {name: torch.randn(shape, generator=random) for name, shape in shapes.items()}
    made = {name: made[name].bfloat16().to(device, dtype) for name in made}
    return made | {"timestep": made["timestep"].float()}


class Studio:
    """One pipeline, one keyframe, one noise; films them and takes the time."""

    def __init__(self, pipeline: Any, sizes: Sizes) -> None:
        import torch
        from PIL import Image

        self.pipeline, self.sizes = pipeline, sizes
        patches = np.random.default_rng(0).integers(0, 256, (9, 16, 3), np.uint8)
        size = (sizes.width_px, sizes.height_px)
        self.keyframe = Image.fromarray(patches).resize(size, Image.Resampling.BICUBIC)
        scale = pipeline.vae_scale_factor
        shape = (1, sizes.frames, 4, sizes.height_px // scale, sizes.width_px // scale)
        self.noise = torch.randn(shape, generator=torch.Generator().manual_seed(2)).bfloat16()

    def latents(self, steps: int) -> Any:
        """Denoise: ``(1, frames, 4, height, width)``."""
        import torch

        sizes = self.sizes
        return self.pipeline(
            self.keyframe, height=sizes.height_px, width=sizes.width_px, num_frames=sizes.frames,
            num_inference_steps=steps, output_type="latent", latents=self.noise.to(self.dtype),
            generator=torch.Generator().manual_seed(3),
        ).frames  # fmt: skip

    def decoded(self, latents: Any) -> Any:
        """Decode: ``(1, 3, frames, height, width)``, float32."""
        import torch

        with torch.no_grad():
            sizes = self.sizes
            return self.pipeline.decode_latents(latents, sizes.frames, sizes.decode_chunk)

    def call(self) -> Any:
        """Ask the UNet once, with guidance: ``(2, frames, 4, height, width)``."""
        import torch

        unet = self.pipeline.unet
        with torch.no_grad():
            return unet(**conditions(self.pipeline, self.sizes, unet.device, self.dtype)).sample

    @property
    def dtype(self) -> Any:
        """What the pipeline computes in."""
        return self.pipeline.unet.dtype

    def timed(self, repeats: Callable[[], int]) -> tuple[Told, list[float], list[float], float]:
        """Give what was told, seconds of denoising and of decoding, and peak gigabytes."""
        import torch

        on_card = self.pipeline.device.type == "cuda"
        wait = torch.cuda.synchronize if on_card else (lambda: None)
        if on_card:
            torch.cuda.empty_cache()
            torch.cuda.reset_peak_memory_stats()
        call = self.call().float().cpu()
        self.decoded(self.latents(2))  # warm: compiles, chooses kernels, takes memory
        denoising, decoding = [], []
        while len(denoising) < repeats():
            wait()
            began = time.perf_counter()
            latents = self.latents(self.sizes.steps)
            wait()
            denoised = time.perf_counter()
            self.decoded(latents)
            wait()
            denoising.append(denoised - began)
            decoding.append(time.perf_counter() - denoised)
        memory = torch.cuda.max_memory_allocated() / 2**30 if on_card else 0.0
        return Told(call, latents.float().cpu()), denoising, decoding, memory


def relative(found: Any, wanted: Any) -> float:
    return float((found - wanted).double().norm() / wanted.double().norm())


def rungs_of(pipeline: Any, *, compiled: bool) -> list[Callable[[], tuple[str, str]]]:
    """Give the rungs to climb: each does it, and says its name and what came of it."""

    def climbed(rung: Rung) -> Callable[[], tuple[str, str]]:
        def do() -> tuple[str, str]:
            if rung is Rung.COMPILED_BLOCKS and compiled:  # asked for where there is no card
                return rung.value, str(Step(rung, places=compile_blocks(pipeline.unet)))
            return rung.value, str(climb(pipeline, [rung])[0])

        return do

    return [lambda: ("stock", "stock"), *(climbed(rung) for rung in Rung)]


def main() -> int:
    try:
        import diffusers
        import torch
    except ImportError:
        print("needs the extra [gpu]: pip install torch, then pip install '.[gpu]'")
        return 0
    asked = arguments(torch.cuda.is_available())
    diffusers.utils.logging.set_verbosity_error()
    torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = False
    if asked.tiny:
        from tests.renderers.diffusion.tiny_svd import tiny_svd

        torch.set_num_threads(1)
        device = "cuda" if torch.cuda.is_available() else "cpu"
        pipeline, side = tiny_svd(torch.float32).to(device), (64, 64)
    else:
        pipeline, side = full_svd(), (1024, 576)
    pipeline.set_progress_bar_config(disable=True)
    sizes = Sizes(asked.frames, *side, asked.steps, asked.decode_chunk or asked.frames)
    rows = measured(Studio(pipeline, sizes), asked)
    if asked.json:
        found = {
            "sizes": asdict(sizes),
            "device": device_name(pipeline),
            "rows": [asdict(r) for r in rows],
        }
        asked.json.write_text(json.dumps(found, indent=1))
    best, stock = min(rows, key=lambda row: row.seconds), rows[0]
    faithful = all(
        row.film_to_fp32 <= SLACK * stock.film_to_fp32
        and row.call_to_fp32 <= SLACK * stock.call_to_fp32
        for row in rows
    )
    print(f"best: {best.seconds:.2f} s, {best.times:.2f} x stock ({best.rung}), aim {AIM_TIMES} x")
    print(f"no rung is farther from float32 than stock bfloat16 is: {'yes' if faithful else 'NO'}")
    return 0 if faithful and (asked.tiny or best.times >= AIM_TIMES) else 1


def measured(studio: Studio, asked: argparse.Namespace) -> list[Row]:
    """Climb rung by rung and print a row of each, until the time is over."""
    import torch

    pipeline, sizes, began = studio.pipeline, studio.sizes, time.monotonic()
    spent = lambda: (time.monotonic() - began) / asked.budget_s  # noqa: E731
    work = operations(pipeline, sizes)
    print(
        f"{device_name(pipeline)}, torch {torch.__version__}, {'tiny' if asked.tiny else 'SVD-XT'}"
    )
    print(
        f"{sizes.frames} frames of {sizes.width_px} x {sizes.height_px}, {sizes.steps} steps, "
        f"decoded by {sizes.decode_chunk}"
    )
    print(f"{work / 1e12:.4g} TFLOP a guided call of the stock UNet, peak {asked.tflops:g} TFLOP/s")
    for part in (pipeline.unet, pipeline.vae, pipeline.image_encoder):
        part.to(torch.bfloat16).float()  # float32 of the very weights that bfloat16 has
    reference = Told(studio.call().cpu(), studio.latents(sizes.steps).cpu())
    print(f"float32 reference after {time.monotonic() - began:.0f} s")
    pipeline.to(torch.bfloat16)
    gc.collect()
    print(
        f"{'rung':>20} {'s':>8} {'decode':>7} {'x':>5} {'peak':>6} {'GB':>6} {'call:stock':>10} "
        f"{'film:stock':>10} {'(most)':>9} {'call:fp32':>9} {'film:fp32':>9}"
    )
    rows: list[Row] = []
    stock: Told | None = None
    for rung in rungs_of(pipeline, compiled=asked.compile):
        if rows and spent() > 1.0:
            print(f"out of time ({asked.budget_s:.0f} s): the other rungs were not measured")
            break
        name, what = rung()
        if "left out" in what:
            print(f"{name:>20} {what.partition(': ')[2]}")
            continue
        told, denoising, decoding, memory = studio.timed(
            lambda: asked.repeats if spent() < 0.5 else 1
        )
        stock = stock or told
        seconds = statistics.median(map(sum, zip(denoising, decoding, strict=True)))
        once = statistics.median(denoising)
        row = Row(
            name, what, seconds, once, statistics.median(decoding),
            rows[0].seconds / seconds if rows else 1.0,
            work * sizes.steps / once / (asked.tflops * 1e12), memory,
            relative(told.call, stock.call), relative(told.latents, stock.latents),
            float((told.latents - stock.latents).abs().max()),
            relative(told.call, reference.call), relative(told.latents, reference.latents),
        )  # fmt: skip
        rows.append(row)
        print(
            f"{row.rung:>20} {row.seconds:8.3f} {row.decoding_s:7.3f} {row.times:5.2f} "
            f"{row.peak_share:6.1%} {row.memory_gb:6.1f} {row.call_to_stock:10.1e} "
            f"{row.film_to_stock:10.1e} {row.film_to_stock_most:9.1e} {row.call_to_fp32:9.1e} "
            f"{row.film_to_fp32:9.1e}",
            flush=True,
        )
    return rows


def device_name(pipeline: Any) -> str:
    import torch

    on_card = pipeline.device.type == "cuda"
    return torch.cuda.get_device_name() if on_card else "CPU, one thread"


def arguments(on_card: bool) -> argparse.Namespace:
    read = argparse.ArgumentParser(description="Stable Video Diffusion, stock against quickened.")
    size = read.add_mutually_exclusive_group()
    size.add_argument("--tiny", action="store_true", default=not on_card)
    size.add_argument("--full", dest="tiny", action="store_false", help="needs a CUDA device")
    read.add_argument("--frames", type=int, help="25, tiny 4")
    read.add_argument("--steps", type=int, help="25, tiny 4")
    read.add_argument("--decode-chunk", type=int, help="frames decoded at once; all of them")
    read.add_argument("--repeats", type=int, default=3, help="clips a rung; one once half is spent")
    read.add_argument("--budget-s", type=float, default=540.0, help="start no rung after that")
    read.add_argument("--tflops", type=float, default=790.0, help="peak of the card")
    read.add_argument("--compile", action="store_true", help="compile without a card, too")
    read.add_argument("--json", type=Path, help="write the rows there")
    asked = read.parse_args()
    if not asked.tiny and not on_card:
        read.error("the full size needs a CUDA device; leave --full out")
    asked.frames = asked.frames or (4 if asked.tiny else 25)
    asked.steps = asked.steps or (4 if asked.tiny else 25)
    return asked


if __name__ == "__main__":
    sys.exit(main())
