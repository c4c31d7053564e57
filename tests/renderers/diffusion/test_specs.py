"""Rows are data: pinned, consistent, and true of the diffusers that is installed."""

import inspect
from dataclasses import replace

import pytest

from storyworld.errors import ConfigurationError
from storyworld.records.render import Grounding
from storyworld.renderers.diffusion.renderer import numbers_of
from storyworld.renderers.diffusion.specs import (
    PARTS,
    PIPELINES,
    ROWS,
    SCHEDULERS,
    Part,
    Proof,
    Role,
    spec_named,
)
from storyworld.settings import Settings
from tests.renderers.diffusion.staged import gliding, shot_of

EACH = pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.name)


@EACH
def test_a_row_names_arguments_that_its_pipeline_has(row):
    import diffusers

    accepted = inspect.signature(getattr(diffusers, row.model.loads_as).__call__).parameters
    named = {take.argument for take in row.takes} | set(numbers_of(row, shot_of(gliding()).camera))
    always = {"num_inference_steps", "generator", "output_type", "callback_on_step_end"}
    assert named | always <= set(accepted)


@EACH
def test_a_row_names_parts_that_its_pipeline_is_made_of(row):
    import diffusers

    made_of = inspect.signature(getattr(diffusers, row.model.loads_as).__init__).parameters
    assert {name for name, _ in row.parts} <= set(made_of)


def test_every_class_that_may_be_loaded_is_one_of_diffusers():
    import diffusers

    assert all(isinstance(getattr(diffusers, n), type) for n in PIPELINES | PARTS | SCHEDULERS)


@EACH
def test_grounding_and_what_is_imposed_go_together(row):
    match row.grounding:
        case Grounding.FREE:
            assert not row.roles & {Role.KEYFRAME, Role.PREFIX, Role.DEPTH}
            assert row.imposed_frames == 0
        case Grounding.INITIAL:
            assert Role.KEYFRAME in row.roles
            assert row.imposed_frames == 1
        case Grounding.INITIAL_VELOCITY:
            assert Role.PREFIX in row.roles
            assert row.imposed_frames > 1
        case Grounding.GUIDED:
            assert Role.DEPTH in row.roles
        case _:
            pytest.fail("no model simulates")


@EACH
def test_no_row_claims_real_weights_that_nobody_ran(row):
    assert row.proof in (Proof.NEVER_RUN, Proof.TINY_RANDOM_WEIGHTS)


@EACH
def test_every_row_tells_its_licence(row):
    assert row.licence
    assert row.licence_url.startswith("https://")


def test_the_settings_name_rows_that_there_are():
    chosen = Settings()
    assert spec_named(chosen.svd_model).name == "svd-xt"
    assert spec_named(chosen.animatediff_model).name == "animatediff-depth"


def test_a_name_that_is_none_is_quoted_in_part_only():
    with pytest.raises(ConfigurationError) as unknown:
        spec_named("x" * 10_000)
    assert len(str(unknown.value)) < 400


@pytest.mark.parametrize("revision", ["main", "9e43909", "G" * 40, ""])
def test_a_revision_that_may_move_is_no_pin(revision):
    with pytest.raises(ValueError, match="pin all 40"):
        replace(ROWS["svd-xt"].model, revision=revision)


@pytest.mark.parametrize("repository", ["svd", "../../etc/passwd", "a/b/c", "a/..", "a b/c"])
def test_a_repository_that_is_a_path_is_none(repository):
    with pytest.raises(ValueError, match="organisation/name"):
        replace(ROWS["svd-xt"].model, repository=repository)


def test_a_class_off_the_list_is_not_loaded():
    with pytest.raises(ValueError, match="no class that may be loaded"):
        Part("a/b", "0" * 40, loads_as="CustomPipeline")
    with pytest.raises(ValueError, match="no scheduler"):
        replace(ROWS["animatediff"], scheduler=("os.system", ()))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"width_px": 1020}, "multiples"),
        ({"frame_counts": (24,)}, None),
        ({"frame_counts": (1,)}, "nothing would be left"),
    ],
)
def test_a_format_that_a_model_cannot_make_is_no_row(changes, why):
    row = ROWS["svd-xt"]
    if why is None:
        assert replace(row, film_format=row.film_format.revised(**changes)).name == "svd-xt"
        return
    with pytest.raises(ValueError, match=why):
        replace(row, film_format=row.film_format.revised(**changes))


def test_wan_makes_films_of_four_frames_and_one():
    row = ROWS["wan-i2v"]
    with pytest.raises(ValueError, match="n % 4 == 1"):
        replace(row, film_format=row.film_format.revised(frame_counts=(80,)))
