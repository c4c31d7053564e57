"""A house for all integration tests: started once, healed before each test.

pytest-celery's clusters are overridden at session scope with the house's processes, so that
`celery_setup` and its nodes (`wait_for_log`, `kill`, `restart`) work on the real workers.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from celery import Celery
from pytest_celery import (
    CeleryBackendCluster,
    CeleryBrokerCluster,
    CeleryTestBackend,
    CeleryTestBroker,
    CeleryTestSetup,
    CeleryTestWorker,
    CeleryWorkerCluster,
)

from tests.integration.nodes import LocalHouse
from tests.renderers.vendor import VeoServer

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.integration)


@pytest.fixture(scope="session")
def veo() -> Iterator[VeoServer]:
    """Who sells films to the house."""
    with VeoServer() as server:
        yield server


@pytest.fixture(scope="session")
def standing_house(
    tmp_path_factory: pytest.TempPathFactory, veo: VeoServer
) -> Iterator[LocalHouse]:
    built = LocalHouse(
        tmp_path_factory.mktemp("house"),
        GOOGLE_CLOUD_PROJECT="proj-1",
        VEO_FALLBACK_BACKEND="stub",
        STORYWORLD_VEO_URL=veo.url,
        STORYWORLD_VEO_POLL_S="0.3",
    )
    try:
        yield built
    finally:
        built.teardown()


@pytest.fixture
def house(standing_house: LocalHouse) -> LocalHouse:
    """The house with everything running, whatever the test before did to it."""
    standing_house.heal()
    return standing_house


@pytest.fixture(scope="session")
def celery_broker_cluster(standing_house: LocalHouse) -> CeleryBrokerCluster:
    standing_house.heal()
    return CeleryBrokerCluster(CeleryTestBroker(standing_house.broker))


@pytest.fixture(scope="session")
def celery_backend_cluster(standing_house: LocalHouse) -> CeleryBackendCluster:
    return CeleryBackendCluster(CeleryTestBackend(standing_house.broker))


@pytest.fixture(scope="session")
def celery_worker_cluster(
    standing_house: LocalHouse, celery_broker_cluster: CeleryBrokerCluster
) -> CeleryWorkerCluster:
    workers = (standing_house.control, standing_house.gpu)
    return CeleryWorkerCluster(*(CeleryTestWorker(worker, app=None) for worker in workers))


class HouseSetup(CeleryTestSetup):
    """The project's own app on the house's broker. It keeps no results: the archive has them."""

    @classmethod
    def create_setup_app(
        cls, celery_setup_config: dict[str, Any], celery_setup_app_name: str
    ) -> Celery:
        made = Celery(celery_setup_app_name)
        made.config_from_object("celeryconfig")
        made.conf.update(broker_url=celery_setup_config["broker_url"])
        return made


@pytest.fixture
def celery_setup_cls() -> type[CeleryTestSetup]:
    return HouseSetup
