"""Who may ask Veo: project, price and credentials, each with its fix; no token over plain HTTP."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from storyworld.models.asking import UnansweredError
from storyworld.records.provenance import TryResult
from storyworld.renderers.veo import VeoVendor, lacking
from storyworld.renderers.veo.access import finder_for, signed_in
from tests.models.serving import Said
from tests.renderers.vendor import VeoServer
from tests.renderers.veo_making import request, settings

HTTPS = "https://127.0.0.1:9"


@pytest.fixture
def nobody(monkeypatch, tmp_path) -> None:
    """Nobody has signed in on this machine, which is not in Google's cloud."""
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path / "nothing"))


@contextmanager
def tokens(said: Said) -> Iterator[VeoServer]:
    """A server that gives out tokens, or does not."""
    with VeoServer() as server:
        server.answer(*[said] * 5)
        yield server


def service_account(folder: Path, token_uri: str) -> Path:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    account = {
        "type": "service_account", "project_id": "p", "private_key_id": "1", "private_key": pem,
        "client_email": "a@p.iam.gserviceaccount.com", "client_id": "1", "token_uri": token_uri,
    }  # fmt: skip
    file = folder / "account.json"
    file.write_text(json.dumps(account))
    return file


def test_without_a_project_veo_is_not_configured_and_says_what_to_set():
    bare = settings(google_cloud_project=None)
    vendor = VeoVendor(bare)
    for call in (vendor.quote_usd, vendor.order):
        with pytest.raises(UnansweredError, match="GOOGLE_CLOUD_PROJECT") as refused:
            call(request())
        assert refused.value.result is TryResult.NOT_CONFIGURED
    assert lacking(bare) == (
        "veo has no project", "set GOOGLE_CLOUD_PROJECT, or take veo off the backends",
    )  # fmt: skip


@pytest.mark.parametrize(
    "given",
    [{"google_cloud_project": "p/../q"}, {"google_cloud_location": "evil.com/"}],
)
def test_a_project_or_location_that_would_lead_elsewhere_is_not_asked(given):
    with VeoServer() as server, pytest.raises(UnansweredError) as refused:
        VeoVendor(settings(server.url, **given)).order(request())
    assert refused.value.result is TryResult.NOT_CONFIGURED
    assert server.paths == []


def test_a_model_without_a_price_is_not_quoted_and_says_what_to_set():
    unpriced = settings(veo_model="veo-9-generate-001")
    with pytest.raises(UnansweredError, match="STORYWORLD_RENDER_PRICES") as refused:
        VeoVendor(unpriced).quote_usd(request())
    assert refused.value.result is TryResult.NOT_CONFIGURED
    said = lacking(unpriced)
    assert said is not None
    assert "veo-9-generate-001" in said[0]
    assert "STORYWORLD_RENDER_PRICES=veo-9-generate-001" in said[1]


def test_a_price_of_ones_own_is_quoted():
    priced = settings(veo_model="veo-9", render_prices="veo-9=0.5")
    assert VeoVendor(priced).quote_usd(request(frames=192)) == pytest.approx(4.0)


@pytest.mark.usefixtures("nobody")
def test_without_credentials_veo_is_not_configured_and_says_how_to_sign_in():
    with pytest.raises(UnansweredError, match="gcloud auth application-default login") as refused:
        VeoVendor(settings(HTTPS)).order(request())
    assert refused.value.result is TryResult.NOT_CONFIGURED
    assert refused.value.counted
    said = lacking(settings(HTTPS))
    assert said is not None
    assert said[0] == "veo has no credentials"
    assert "GOOGLE_APPLICATION_CREDENTIALS" in said[1]


def test_a_key_file_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "gone.json"))
    with pytest.raises(UnansweredError, match=r"gone\.json") as refused:
        VeoVendor(settings(HTTPS)).order(request())
    assert refused.value.result is TryResult.NOT_CONFIGURED


def test_a_service_account_gets_its_token_once_and_nothing_is_lacking(monkeypatch, tmp_path):
    token = Said({"access_token": "canary-token", "expires_in": 3600, "token_type": "Bearer"})
    with tokens(token) as server:
        account = service_account(tmp_path, f"{server.url}/token")
        monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(account))
        assert lacking(settings(HTTPS)) is None
        with VeoServer() as veo:
            vendor = VeoVendor(settings(veo.url), finder_for(None))
            operation = vendor.order(request())
            vendor.collect(operation, tmp_path)
    assert [headers["Authorization"] for headers in veo.headers] == ["Bearer canary-token"] * 2
    assert server.paths == ["/token"]


def test_an_account_that_is_not_taken_is_refused_before_anything_is_ordered(monkeypatch, tmp_path):
    with tokens(Said({"error": "invalid_grant"}, status=400)) as server, VeoServer() as veo:
        account = service_account(tmp_path, f"{server.url}/token")
        monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(account))
        with pytest.raises(UnansweredError, match="gcloud auth") as refused:
            VeoVendor(settings(veo.url), finder_for(None)).order(request())
    assert (refused.value.result, refused.value.rest_s) == (TryResult.REFUSED, 900)
    assert "PRIVATE KEY" not in refused.value.detail
    assert veo.paths == []


def test_a_sign_in_that_makes_no_sense_is_unavailable_and_unbilled(monkeypatch, tmp_path):
    with tokens(Said(b"<html>")) as server, VeoServer() as veo:
        account = service_account(tmp_path, f"{server.url}/token")
        monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(account))
        with pytest.raises(UnansweredError, match="sign-in") as refused:
            VeoVendor(settings(veo.url), finder_for(None)).order(request())
    assert refused.value.result is TryResult.UNAVAILABLE
    assert refused.value.unbilled
    assert veo.paths == []


def test_where_no_token_is_to_be_had_nothing_was_ordered(monkeypatch, tmp_path):
    with VeoServer() as closed:
        url = closed.url
    account = service_account(tmp_path, f"{url}/token")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(account))
    with VeoServer() as veo, pytest.raises(UnansweredError) as refused:
        VeoVendor(settings(veo.url), finder_for(None)).order(request())
    assert refused.value.result is TryResult.UNAVAILABLE
    assert refused.value.unbilled
    assert veo.paths == []


@pytest.mark.usefixtures("nobody")
def test_over_plain_http_no_token_is_looked_for_or_sent():
    with VeoServer() as server:
        assert lacking(settings(server.url)) is None
        VeoVendor(settings(server.url)).order(request())
    assert server.headers[0]["Authorization"] == "Bearer none"
    assert signed_in(finder_for("http://127.0.0.1"), 1.0).token == "none"
