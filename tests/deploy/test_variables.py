"""The one table of all variables says what the code says."""

import re
from pathlib import Path

import pytest

from storyworld.cli.doctor_variables import FOREIGN, secret_names
from storyworld.settings import Settings

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs" / "settings.md"
ROW = re.compile(r"^\| `(?P<name>[A-Z0-9_]+)` \| (?P<default>.*?) \| (?P<rest>.*) \|$")
PROCESSES = {"cli", "all", "web", "control", "beat", "gpu", "flower", "prefetch"}


def rows() -> dict[str, tuple[str, str, set[str], bool]]:
    found = {}
    for line in DOCS.read_text().splitlines():
        if row := ROW.match(line):
            what, needed, secret = (cell.strip() for cell in row["rest"].rsplit("|", 2))
            who = {each.strip() for each in needed.split(",")}
            assert row["name"] not in found, f"{row['name']} stands there twice"
            found[row["name"]] = (row["default"], what, who, secret == "yes")
    return found


def test_it_holds_every_variable_that_is_read_in_their_order() -> None:
    assert list(rows()) == [*Settings.environment_names(), *FOREIGN]


@pytest.mark.parametrize("name", Settings.environment_names())
def test_its_defaults_are_the_settings(name: str) -> None:
    default, *_ = rows()[name]
    if default.startswith("["):  # prices: a table of their own, by a link
        assert name.endswith("_PRICES")
    elif default == "unset":
        assert Settings.from_environment({name: ""}) == Settings.from_environment({})
        field = dict(zip(Settings.environment_names(), Settings.model_fields, strict=True))[name]
        assert getattr(Settings.from_environment({}), field) in (None, ())
    else:
        value = default.strip("`").replace("~", str(Path.home()))
        assert Settings.from_environment({name: value}) == Settings.from_environment({})


def test_it_says_of_each_what_it_is_for_who_needs_it_and_whether_it_is_secret() -> None:
    secret = secret_names()
    for name, (_, what, who, said) in rows().items():
        assert len(what) > 8, name
        assert who <= PROCESSES, name
        assert said is (name in secret), name


def test_a_renderer_needs_no_secret_but_the_queue() -> None:
    needed = {name for name, (_, _, who, said) in rows().items() if said and "gpu" in who}
    assert not needed, needed
    assert rows()["REDIS_URL"][2] == {"all", "flower"}


@pytest.mark.parametrize("file", ["docs/backends.md", "deploy/r2.md", "deploy/upstash.md",
                                  "deploy/runpod/README.md"])  # fmt: skip
def test_pages_name_only_variables_there_are(file: str) -> None:
    text = (ROOT / file).read_text()
    known = {*Settings.environment_names(), *FOREIGN, "FLOWER_ENABLE_EVENTS"}
    named = set(re.findall(r"\b(?:STORYWORLD|S3|FLOWER|GOOGLE|VEO)_[A-Z0-9_]+\b", text))
    assert named, "it speaks of settings"
    assert named <= known, named - known


@pytest.mark.parametrize("file", ["docs/backends.md", "docs/settings.md", "deploy/r2.md",
                                  "deploy/upstash.md", "deploy/runpod/README.md"])  # fmt: skip
def test_their_links_lead_somewhere(file: str) -> None:
    page = ROOT / file
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_prices_of_backends_are_those_of_the_code() -> None:
    from storyworld.models.renders import AS_OF, RENDER_PRICES

    text = (ROOT / "docs" / "backends.md").read_text()
    assert f"As of {AS_OF}, in USD" in text
    for price in RENDER_PRICES.table:
        assert re.search(rf"`{price.model}`[^|]*\| {price.usd_per_s:.2f} per second", text), price
