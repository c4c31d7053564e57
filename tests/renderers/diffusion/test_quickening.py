"""Quickened pipelines: the same film to rounding, nothing stale, and nothing left out in silence.

Everything is measured in float64 on one thread. Stock rounds the latents to float32 between steps,
which would hide a difference: what the UNet says at each step is compared, before that rounding.
"""

from types import SimpleNamespace

import pytest

from storyworld.errors import PermanentError
from storyworld.renderers.diffusion.attention_rewrites import Attended
from storyworld.renderers.diffusion.quickening import (
    Rung,
    Step,
    attention_kernels,
    climb,
    compile_blocks,
    quicken,
)
from tests.renderers.diffusion.tiny_svd import film, keyframe, tiny_svd

torch = pytest.importorskip("torch")
pytest.importorskip("diffusers")

# diffusers' scheduler hands numpy 2 a tensor
pytestmark = pytest.mark.filterwarnings("ignore:__array__:DeprecationWarning")

MOST = 1e-10  # relative, root mean square; found: below 1e-13
HERE = tuple(rung for rung in Rung if rung not in (Rung.ATTENTION_KERNELS, Rung.COMPILED_BLOCKS))
ONE, OTHER = keyframe(1), keyframe(2)
ASKED = {
    "a keyframe": ((ONE,), {"steps": 3}),
    "another keyframe": ((OTHER,), {"steps": 3}),
    "two films of another length and size": (([ONE, OTHER],), {"frames": 3, "side_px": 24}),
    "two films of one keyframe": ((OTHER,), {"frames": 6, "num_videos_per_prompt": 2}),
    "no guidance": ((ONE,), {"max_guidance_scale": 1.0}),
}


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def quick():
    return tiny_svd(torch.float64)


@pytest.fixture(scope="module")
def stock():
    return tiny_svd(torch.float64)


@pytest.fixture(scope="module")
def expected(stock, _one_thread):
    return {what: said(stock, *args, **more) for what, (args, more) in ASKED.items()}


def said(pipeline, *args, **more):
    """What the UNet says at each step of a film, and the latents, in one row."""
    told = []
    hook = pipeline.unet.register_forward_hook(lambda _m, _a, told_now: told.append(told_now[0]))
    told.append(film(pipeline, *args, **more))
    hook.remove()
    return [each.clone() for each in told]


def apart(found, wanted):
    """The largest relative difference of any step's, root mean square."""
    assert len(found) == len(wanted)
    pairs = zip(found, wanted, strict=True)
    return max(float((a - b).norm() / b.norm()) for a, b in pairs)


def conditions(unet, keys=1, batch=2, frames=4, side=8):
    """Arguments of one call of the UNet, with an image embedding of so many keys."""
    generator = torch.Generator().manual_seed(3)
    draw = {"generator": generator, "dtype": torch.float64}
    return {
        "sample": torch.randn(batch, frames, 8, side, side, **draw),
        "timestep": torch.tensor(1.5, dtype=torch.float64),
        "encoder_hidden_states": torch.randn(batch, keys, 48, **draw),
        "added_time_ids": torch.randn(batch, 3, **draw),
    }


def spoken(unet, given):
    with torch.no_grad():
        return unet(**given, return_dict=False)[0]


@pytest.mark.parametrize("rungs", [*((rung,) for rung in HERE), tuple(Rung)], ids=" ".join)
def test_a_quickened_pipeline_films_what_stock_films_whatever_it_filmed_before(
    quick, expected, rungs
):
    climb(quick, rungs)
    for what, (args, more) in ASKED.items():
        assert apart(said(quick, *args, **more), expected[what]) <= MOST, what
    args, more = ASKED["a keyframe"]
    assert apart(said(quick, *args, **more), expected["a keyframe"]) <= MOST


def test_the_keyframe_changes_what_is_filmed(expected):
    # or else the test above could not see a stale one
    assert apart(expected["another keyframe"], expected["a keyframe"]) > 0.1


def test_the_decoded_film_is_the_same_too(quick, stock):
    quicken(quick)
    decoded = film(quick, ONE, output="pt"), film(stock, ONE, output="pt")
    assert apart(decoded[:1], decoded[1:]) <= MOST
    decoder = quick.vae.decoder
    assert any(type(each.conv1).__name__ == "Conv2d" for each in temporal_blocks(decoder))


def temporal_blocks(model):
    return [each for each in model.modules() if type(each).__name__ == "TemporalResnetBlock"]


def test_each_rung_says_how_many_places_it_changed_and_what_was_left_out(quick):
    assert quicken(quick) == (
        "constant-attention: 8 places",
        "kept-positions: 4 places",
        "flat-convolutions: 13 places",
        "fused-projections: 8 places",
        "blend-at-once: 17 places",
        "channels-last: 59 places",
        "steady-loop: 1 places",
        "attention-kernels: left out, it runs on cpu",
        "compiled-blocks: left out, it runs on cpu",
    )


def test_rungs_are_taken_once_and_in_their_own_order(quick, expected):
    assert [step.rung for step in climb(quick, reversed(HERE))] == list(HERE)
    again = climb(quick, HERE)
    assert again == tuple(Step(rung) for rung in HERE)
    assert all(str(step).endswith("done before") for step in again)
    args, more = ASKED["a keyframe"]
    assert apart(said(quick, *args, **more), expected["a keyframe"]) <= MOST


def test_rungs_taken_one_by_one_end_where_all_at_once_do(quick, expected):
    args, more = ASKED["another keyframe"]
    for rung in reversed(HERE):
        assert climb(quick, [rung])[0].places > 0
        assert apart(said(quick, *args, **more), expected["another keyframe"]) <= MOST


def counted(modules):
    """Count the calls of modules, in a list that grows."""
    calls = []
    for module in modules:
        module.register_forward_hook(lambda module, _args, _made: calls.append(module))
    return calls


def test_the_image_is_attended_to_once_a_render(quick):
    climb(quick, [Rung.CONSTANT_ATTENTION])
    crossing = [
        each
        for name, each in quick.unet.named_modules()
        if name.endswith("attn2") and isinstance(each.processor, Attended)
    ]
    values = counted(each.to_v for each in crossing)
    queries = counted(each.to_q for each in crossing)
    film(quick, ONE, steps=3)
    assert (len(crossing), len(values), len(queries)) == (8, 8, 0)
    film(quick, ONE, steps=3)
    assert len(values) == 16


def test_the_places_of_frames_are_embedded_once_per_length(quick):
    climb(quick, [Rung.KEPT_POSITIONS])
    embedded = counted(
        each for name, each in quick.unet.named_modules() if name.endswith("time_pos_embed")
    )
    film(quick, ONE, steps=3)
    film(quick, OTHER, steps=3)
    assert len(embedded) == 4
    film(quick, OTHER, frames=3)
    assert len(embedded) == 8


def test_an_embedding_that_is_written_to_is_seen(quick, stock):
    quicken(quick)
    given = conditions(quick.unet)
    first = spoken(quick.unet, given).clone()
    with torch.no_grad():
        given["encoder_hidden_states"].mul_(-2.0)
    assert apart([spoken(quick.unet, given)], [spoken(stock.unet, given)]) <= MOST
    assert apart([first], [spoken(stock.unet, given)]) > 1e-3


def test_weights_that_are_written_to_are_seen(quick):
    quicken(quick, [Rung.KEPT_POSITIONS])
    other = tiny_svd(torch.float64)
    given = conditions(quick.unet)
    first = spoken(quick.unet, given).clone()
    for pipeline in (quick, other):
        with torch.no_grad():
            for name, weight in pipeline.unet.named_parameters():
                if "time_pos_embed" in name:
                    weight.mul_(-2.0)
    assert apart([spoken(quick.unet, given)], [spoken(other.unet, given)]) <= MOST
    assert apart([first], [spoken(other.unet, given)]) > 1e-6


def test_a_pipeline_moved_to_another_dtype_keeps_nothing_of_the_last(quick):
    quicken(quick)
    film(quick, ONE)
    moved = film(quick.to(torch.float32), ONE)
    assert moved.dtype == torch.float32
    assert apart([moved], [film(tiny_svd(torch.float32), ONE)]) < 1e-4


@pytest.mark.parametrize("mode", [torch.inference_mode, torch.enable_grad])
def test_nothing_is_kept_where_changes_cannot_be_seen(quick, stock, mode):
    quicken(quick)
    with mode():
        given = conditions(quick.unet)
        for factor in (1.0, -2.0):
            given["encoder_hidden_states"].mul_(factor)
            found, wanted = quick.unet(**given).sample, stock.unet(**given).sample
            assert apart([found.detach()], [wanted.detach()]) <= MOST


def test_two_keys_are_no_constant_and_the_way_out_is_named(quick, stock):
    given = conditions(quick.unet, keys=2)
    quicken(quick, [rung for rung in HERE if rung is not Rung.CONSTANT_ATTENTION])
    assert apart([spoken(quick.unet, given)], [spoken(stock.unet, given)]) <= MOST
    quicken(quick, [Rung.CONSTANT_ATTENTION])
    with pytest.raises(PermanentError, match="2 keys") as refused:
        spoken(quick.unet, given)
    assert "without the rung constant-attention" in refused.value.failure.fix
    one = conditions(quick.unet)
    assert apart([spoken(quick.unet, one)], [spoken(stock.unet, one)]) <= MOST


def questions(pipeline, steps):
    """How often a film's making waits for a number out of a tensor."""
    from torch.utils._python_dispatch import TorchDispatchMode

    asked = []

    class Listening(TorchDispatchMode):
        def __torch_dispatch__(self, function, types, args=(), kwargs=None):
            if "_local_scalar_dense" in str(function) or "is_nonzero" in str(function):
                asked.append(function)
            return function(*args, **(kwargs or {}))

    with Listening():
        film(pipeline, ONE, steps=steps)
    return len(asked)


def test_the_steady_loop_asks_whether_it_is_guided_once_a_render(quick, stock):
    climb(quick, [Rung.STEADY_LOOP])
    each_step = [questions(pipeline, 4) - questions(pipeline, 3) for pipeline in (stock, quick)]
    assert each_step[0] - each_step[1] == 2
    kept = [kind.__name__ for kind in type(quick).__mro__[:2]]
    assert kept == ["StableVideoDiffusionPipeline"] * 2


def test_a_render_is_stopped_from_its_step_callback(quick):
    class StopError(Exception):
        pass

    steps = []

    def watch(_pipeline, step, _timestep, tensors):
        steps.append((step, tensors["latents"].shape[1]))
        if step == 1:
            raise StopError
        return tensors

    quicken(quick)
    with pytest.raises(StopError):
        film(quick, ONE, steps=4, callback_on_step_end=watch)
    assert steps == [(0, 4), (1, 4)]


def test_a_pipeline_without_what_a_rung_needs_is_told_so_and_films_as_before():
    from diffusers import DDPMPipeline, DDPMScheduler, UNet2DModel

    torch.manual_seed(0)
    unet = UNet2DModel(
        sample_size=8, block_out_channels=(32, 32), layers_per_block=1,
        down_block_types=("DownBlock2D",) * 2, up_block_types=("UpBlock2D",) * 2,
    )  # fmt: skip
    pipeline = DDPMPipeline(unet=unet.eval(), scheduler=DDPMScheduler())
    given = torch.randn(1, 3, 8, 8), torch.tensor(1.5)
    with torch.no_grad():
        before = unet(*given).sample
        steps = {step.rung: step for step in climb(pipeline)}
        after = unet(*given).sample
    assert [rung for rung, step in steps.items() if step.places] == [Rung.CHANNELS_LAST]
    assert all(step.left_out for rung, step in steps.items() if rung is not Rung.CHANNELS_LAST)
    why = "the loop of DDPMPipeline is not known to ask anything"
    assert steps[Rung.STEADY_LOOP].left_out == why
    assert apart([after], [before]) < 1e-5


def test_a_unet_that_reads_text_is_quickened_where_that_holds():
    from diffusers import UNet2DConditionModel

    torch.manual_seed(0)
    unet = UNet2DConditionModel(
        block_out_channels=(32, 64), layers_per_block=1, sample_size=8, cross_attention_dim=32,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
    ).eval().to(torch.float64)  # fmt: skip
    given = torch.randn(1, 4, 8, 8).double(), torch.tensor(1.5), torch.randn(1, 77, 32).double()
    with torch.no_grad():
        before = unet(*given).sample
        steps = climb(SimpleNamespace(unet=unet))
        after = unet(*given).sample
    changed = [step.rung for step in steps if step.places]
    assert changed == [Rung.FUSED_PROJECTIONS, Rung.CHANNELS_LAST]
    assert apart([after], [before]) <= MOST


def test_nothing_without_a_unet_or_in_training_is_rewritten(quick):
    without = quicken(SimpleNamespace(transformer=quick.unet))
    assert without == tuple(f"{rung}: left out, it has no UNet" for rung in Rung)
    quick.unet.train()
    assert all(line.endswith("left out, its UNet is in training mode") for line in quicken(quick))


def strided(unet):
    temporal_blocks(unet)[-1].conv2.padding_mode = "circular"


def processed(unet):
    from diffusers.models.attention_processor import AttnProcessor2_0

    class Own(AttnProcessor2_0):
        pass

    unet.mid_block.attentions[0].transformer_blocks[0].attn1.set_processor(Own())
    unet.mid_block.attentions[0].transformer_blocks[0].attn2.set_processor(Own())


def normed(unet):
    block = unet.mid_block.attentions[0].temporal_transformer_blocks[0]
    block.attn2.norm_q = torch.nn.LayerNorm(16, dtype=torch.float64)


def replaced(unet):
    temporal_blocks(unet)[0].forward = temporal_blocks(unet)[0].forward
    attention = unet.mid_block.attentions[0]
    attention.forward = attention.forward


@pytest.mark.parametrize(
    ("strange", "left_out"),
    [
        (strided, {Rung.FLAT_CONVOLUTIONS: "padded with circular"}),
        (
            processed,
            {
                Rung.CONSTANT_ATTENTION: "the processor Own",
                Rung.FUSED_PROJECTIONS: "the processor Own",
            },
        ),
        (normed, {Rung.CONSTANT_ATTENTION: "more than attend: norm_q"}),
        (
            replaced,
            {
                Rung.CONSTANT_ATTENTION: "somebody else",
                Rung.KEPT_POSITIONS: "somebody else",
                Rung.FLAT_CONVOLUTIONS: "somebody else",
            },
        ),
    ],
)
def test_what_is_not_as_expected_is_left_as_it_is_and_said(quick, strange, left_out):
    strange(quick.unet)
    given = conditions(quick.unet)
    before = spoken(quick.unet, given).clone()
    steps = climb(quick, HERE)
    assert {step.rung for step in steps if step.left_out} == set(left_out)
    for step in steps:
        assert left_out.get(step.rung, "") in step.left_out
    assert apart([spoken(quick.unet, given)], [before]) <= MOST


@pytest.mark.filterwarnings("ignore:`torch.jit:DeprecationWarning")  # torch importing its own
def test_only_repeated_blocks_are_compiled_and_the_limit_of_shapes_is_raised():
    unet = tiny_svd(torch.float64).unet
    assert compile_blocks(unet) == 16
    assert compile_blocks(unet) == 0
    compiled = {type(each).__name__ for each in unet.modules() if each._compiled_call_impl}
    assert compiled == {
        "BasicTransformerBlock", "TemporalBasicTransformerBlock", "SpatioTemporalResBlock"
    }  # fmt: skip
    assert torch._dynamo.config.recompile_limit >= 22  # what SVD-XT meets


def test_where_no_preferred_kernel_runs_attention_falls_through(stock):
    given = conditions(stock.unet)
    before = spoken(stock.unet, given)
    with attention_kernels():
        assert apart([spoken(stock.unet, given)], [before]) <= MOST
