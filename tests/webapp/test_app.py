"""The app as a whole."""

import pkgutil
import re
import subprocess
import sys
from types import ModuleType

import pytest
from flask import Flask

import webapp
from webapp import pages

ADDRESSES = {
    ("POST", "/simulate"),
    ("POST", "/preview"),
    ("POST", "/judge"),
    ("GET", "/judge"),
    ("GET", "/episodes"),
    ("GET", "/episodes/<episode_id>"),
    ("GET", "/episodes/<episode_id>/result"),
    ("GET", "/episodes/<episode_id>/beats"),
    ("GET", "/episodes/<episode_id>/film"),
    ("GET", "/episodes/<episode_id>/steps"),
    ("GET", "/episodes/<episode_id>/provenance"),
    ("GET", "/episodes/<episode_id>/crate"),
    ("GET", "/episodes/<episode_id>/prov"),
    ("GET", "/episodes/<episode_id>/report"),
    ("POST", "/episodes/<episode_id>/terminate"),
    ("GET", "/events"),
    ("GET", "/world-state/<episode_id>"),
    ("GET", "/worlds"),
    ("GET", "/worlds/<world_id>"),
    ("GET", "/worlds/<world_id>/graph"),
    ("GET", "/worlds/<world_id>/branches"),
    ("GET", "/worlds/<world_id>/diff"),
    ("GET", "/compare"),
    ("GET", "/constraints/priors"),
    ("GET", "/observers/calibration"),
    ("POST", "/observers/calibration/labels"),
    ("GET", "/observers"),
    ("GET", "/webhooks"),
    ("POST", "/webhooks"),
    ("GET", "/webhooks/<webhook_id>"),
    ("DELETE", "/webhooks/<webhook_id>"),
    ("GET", "/webhooks/<webhook_id>/deliveries"),
    ("POST", "/webhooks/<webhook_id>/test"),
    ("POST", "/webhooks/<webhook_id>/deliveries/<delivery_id>/resend"),
    ("POST", "/webhooks/<webhook_id>/secret"),
    ("GET", "/openapi.json"),
    ("GET", "/docs"),
    ("GET", "/keys"),
    ("POST", "/keys"),
    ("DELETE", "/keys/<key_id>"),
    ("POST", "/keys/<key_id>/revoke"),
    ("GET", "/login"),
    ("POST", "/login"),
    ("POST", "/logout"),
    ("GET", "/diagnostics"),
    ("GET", "/health"),
    ("GET", "/metrics"),
    ("GET", "/"),
    ("GET", "/favicon.ico"),
    ("GET", "/new"),
    ("POST", "/new"),
    ("GET", "/simulations/<episode_id>"),
}

IMPORT = """
import socket, sqlite3, sys
def refuse(*_, **__):
    raise SystemExit("importing reached out")
socket.socket.connect = sqlite3.connect = refuse
import webapp
heavy = {"cv2", "av", "torch", "boto3", "scipy", "pymunk", "numpy"}
inner = {"storyworld.stages", "storyworld.planners", "storyworld.renderers"}
print(*sorted((heavy | inner) & set(sys.modules)))
"""


def test_the_app_has_these_addresses_and_no_others(app: Flask) -> None:
    methods = {"GET", "POST", "PUT", "PATCH", "DELETE"}
    found = {(m, r.rule) for r in app.url_map.iter_rules() for m in (r.methods or set()) & methods}
    assert found - {("GET", "/static/<path:filename>")} == ADDRESSES


def test_importing_the_web_app_reaches_nothing_and_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


@pytest.mark.parametrize("package", [webapp, pages])
def test_the_table_of_a_package_holds_its_modules_and_no_others(package: ModuleType) -> None:
    words = package.__doc__ or ""
    told = set(re.findall(r"^([a-z_]+) {2,}\S", words.split("===\nmodule")[1], re.MULTILINE))
    assert told - {"module"} == {module.name for module in pkgutil.iter_modules(package.__path__)}
