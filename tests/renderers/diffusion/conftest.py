"""One set of tiny models for all tests of a worker, on one thread: two are slower than one here."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from storyworld.ports import Footage
from storyworld.renderers.diffusion.loading import Residence
from storyworld.renderers.diffusion.renderer import DiffusionRenderer
from storyworld.renderers.diffusion.specs import ModelSpec
from tests.renderers.diffusion import tiny
from tests.renderers.diffusion.staged import Watching, request, settings, staging

# In diffusers' Euler scheduler, with numpy 2: it does not change what is computed.
_COPY = "ignore:__array__ implementation doesn't accept a copy keyword:DeprecationWarning"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings(_COPY))


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    torch = pytest.importorskip("torch", reason="needs the extra gpu")
    pytest.importorskip("diffusers", reason="needs the extra gpu")
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    # memory is collected between the stages of a render: what tests and torch brought is not
    # garbage, and to walk it each time takes half of the time of these tests
    gc.freeze()
    yield
    gc.unfreeze()
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory, one_thread: None) -> Path:
    """The folder of all models: nobody writes to it."""
    root = tmp_path_factory.mktemp("models")
    tiny.save_all(root)
    return root


@pytest.fixture(scope="session")
def shared() -> Iterator[Residence]:
    """Where the tests that leave a pipeline as it was keep it."""
    residence = Residence()
    yield residence
    residence.vacate()


@pytest.fixture(scope="session")
def usual(models: Path, shared: Residence):
    """Give the film that a row makes of the usual request; it is made once."""
    films: dict[ModelSpec, Footage] = {}

    def made(spec: ModelSpec, root: Path | None = None) -> Footage:
        if spec not in films:
            renderer = DiffusionRenderer(
                spec, settings(root or models), residence=shared, stage=staging()
            )
            frames = spec.film_format.frame_counts[0]
            camera = request().shot.camera.revised(frame_count=frames)
            films[spec] = renderer.render(request(camera=camera), Watching())
        return films[spec]

    return made


@pytest.fixture
def rendering(models: Path, shared: Residence):
    """Give a renderer of a row, on shared pipelines unless told otherwise."""

    def make(spec: ModelSpec, scene=None, *, root=None, residence=None, **changes):
        return DiffusionRenderer(
            spec,
            settings(root or models, **changes),
            residence=residence or shared,
            stage=staging(scene),
        )

    return make
