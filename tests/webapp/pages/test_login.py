"""Signing in with a key: a session that holds nothing of it, and ends with it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, update

from storyworld.archive import keys
from storyworld.archive.engine import writing
from storyworld.archive.keys import KeyRow
from storyworld.records.access import MadeKey, Scope
from tests.webapp import written
from tests.webapp.conftest import Browser
from tests.webapp.keyed import bearing, keyed_app, made
from webapp.access import SIGNED_IN
from webapp.pages.login import TRIES, WITHIN_S, Failures, own_path
from webapp.security import SESSION_HOURS


@pytest.fixture
def keyed(tmp_path: Path, engine: Engine) -> Iterator[Flask]:
    with keyed_app(tmp_path) as app:
        yield app


class Visitor(Browser):
    """A browser that signs in."""

    def token_of(self, address: str) -> str:
        return self.get(address).text.split('name="form_token" value="')[1].split('"')[0]

    def sign_in(self, key: MadeKey | str, next_: str = "/", **headers: str):
        text = key if isinstance(key, str) else key.key
        fields = {"key": text, "next": next_, "form_token": self.token_of("/login")}
        return self.post("/login", fields, **headers)


@pytest.fixture
def visitor(keyed: Flask) -> Visitor:
    return Visitor(keyed.test_client())


def test_whoever_shows_a_key_goes_on_to_where_they_were_going(
    visitor: Visitor, engine: Engine
) -> None:
    key = made(engine, "ada")
    sent = visitor.get("/new?goal=A+ball")
    form = visitor.get(sent.headers["Location"]).text
    assert 'name="next" value="/new?goal=A+ball"' in form
    entered = visitor.sign_in(f"  {key.key}\n", "/new?goal=A+ball")
    assert (entered.status_code, entered.headers["Location"]) == (303, "/new?goal=A+ball")
    assert visitor.get("/new?goal=A+ball").status_code == 200


def test_the_cookie_names_a_session_and_nothing_else_and_is_made_anew(
    visitor: Visitor, engine: Engine
) -> None:
    key = made(engine)
    before = visitor.token_of("/login")
    entered = visitor.sign_in(key)
    with visitor.client.session_transaction() as session:
        kept = dict(session)
    assert kept.pop("form") != before, "no token of before"
    assert len(kept.pop(SIGNED_IN)) == 43
    assert kept == {}, "and never the key"
    assert key.key not in str(entered.headers)
    assert "HttpOnly" in entered.headers["Set-Cookie"]
    assert "SameSite=Lax" in entered.headers["Set-Cookie"]
    assert "Secure" not in entered.headers["Set-Cookie"]
    assert visitor.post("/logout", {"form_token": before}).status_code == 403


def test_no_page_prolongs_a_session(visitor: Visitor, engine: Engine) -> None:
    assert "Set-Cookie" in visitor.sign_in(made(engine)).headers
    for address in ("/", "/new", "/keys", "/docs", "/login"):
        assert "Set-Cookie" not in visitor.get(address).headers, address


def test_what_was_shown_is_not_shown_to_whoever_goes_back_after_signing_out(
    visitor: Visitor, engine: Engine
) -> None:
    visitor.sign_in(made(engine))
    left = visitor.post("/logout", {"form_token": visitor.token_of("/new")})
    assert (left.status_code, left.headers["Clear-Site-Data"]) == (303, '"cache"')


def test_over_https_the_session_is_kept_to_it(keyed: Flask, engine: Engine) -> None:
    client, key = keyed.test_client(), made(engine)
    over = {"base_url": "https://sim.example"}
    page = client.get("/login", **over).text
    token = page.split('name="form_token" value="')[1].split('"')[0]
    entered = client.post("/login", data={"key": key.key, "form_token": token}, **over)
    assert entered.status_code == 303
    cookie = entered.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert {"Secure", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie, "or a browser refuses it"
    assert client.get("/keys", **over, headers={"Accept": "text/html"}).status_code == 200


def test_a_session_that_another_host_of_the_domain_set_does_not_count(
    keyed: Flask, engine: Engine
) -> None:
    attacker, client, key = keyed.test_client(), keyed.test_client(), made(engine)
    attacker.post("/login", data={"key": key.key})
    theirs = attacker.get_cookie("session")
    assert theirs is not None
    client.set_cookie("session", theirs.value, domain="sim.example")
    answer = client.get("/episodes", base_url="https://sim.example")
    assert answer.status_code == 401


@pytest.mark.parametrize("how", ["revoked", "expired"])
def test_a_session_ends_with_its_key_at_the_next_request(
    visitor: Visitor, engine: Engine, how: str
) -> None:
    key = made(engine, "ada")
    visitor.sign_in(key)
    assert visitor.get("/").status_code == 200
    with writing(engine) as session:
        if how == "revoked":
            keys.revoke(session, key.key_id, owner="ada")
        else:
            past = datetime.now(UTC) - timedelta(seconds=1)
            session.execute(update(KeyRow).values(expires_at=past))
    assert visitor.get("/").headers["Location"] == "/login?next=%2F"
    with visitor.client.session_transaction() as session:
        assert SIGNED_IN not in session


def test_a_session_ends_by_itself(keyed: Flask) -> None:
    assert keyed.permanent_session_lifetime == timedelta(hours=SESSION_HOURS)


def test_signing_out_ends_it(visitor: Visitor, engine: Engine) -> None:
    visitor.sign_in(made(engine, "ada", Scope.READ))
    left = visitor.post("/logout", {"form_token": visitor.token_of("/new")})
    assert (left.status_code, left.headers["Location"]) == (303, "/login")
    assert visitor.get("/").status_code == 303


@pytest.mark.parametrize("how", ["leaving", "signing in anew"])
def test_a_cookie_that_somebody_kept_is_worth_nothing_afterwards(
    keyed: Flask, visitor: Visitor, engine: Engine, how: str
) -> None:
    key, thief = made(engine), keyed.test_client()
    visitor.sign_in(key)
    cookie = visitor.client.get_cookie("session")
    assert cookie is not None
    thief.set_cookie("session", cookie.value)
    assert thief.get("/episodes").status_code == 200
    if how == "leaving":
        visitor.post("/logout", {"form_token": visitor.token_of("/new")})
    else:
        assert visitor.sign_in(key).status_code == 303
    assert thief.get("/episodes").status_code == 401


def test_a_session_of_another_browser_goes_on(
    keyed: Flask, visitor: Visitor, engine: Engine
) -> None:
    key, other = made(engine), Visitor(keyed.test_client())
    for each in (visitor, other):
        each.sign_in(key)
    visitor.post("/logout", {"form_token": visitor.token_of("/new")})
    assert other.get("/").status_code == 200


def test_no_word_tells_a_revoked_key_from_one_that_never_was(
    visitor: Visitor, engine: Engine
) -> None:
    gone = made(engine, "ada")
    with writing(engine) as session:
        keys.revoke(session, gone.key_id, owner="ada")
    pages = [visitor.sign_in(text) for text in (gone, "sw_" + "A" * 43, "", "é")]
    assert [page.status_code for page in pages] == [401] * 4
    assert len({page.text for page in pages}) == 1
    assert gone.key not in pages[0].text, "what was typed is not shown again"


def test_another_site_cannot_sign_anybody_in(visitor: Visitor, engine: Engine) -> None:
    key = made(engine)
    assert visitor.sign_in(key, Sec_Fetch_Site="cross-site").status_code == 403
    visitor.get("/login")
    assert visitor.post("/login", {"key": key.key}).status_code == 403
    assert visitor.get("/").status_code == 303


def test_after_some_failures_who_fails_there_is_turned_away_for_a_while(
    keyed: Flask, visitor: Visitor, engine: Engine
) -> None:
    now = [0.0]
    keyed.extensions["storyworld.failures"] = Failures(lambda: now[0])
    for _ in range(TRIES):
        assert visitor.sign_in("sw_wrong").status_code == 401
    refused = visitor.sign_in("sw_wrong")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, str(int(WITHIN_S)))
    assert "wait 60 seconds" in refused.text
    entered = visitor.sign_in(made(engine))
    assert entered.status_code == 303, "who fails on purpose locks out nobody behind one proxy"
    visitor.post("/logout", {"form_token": visitor.token_of("/new")})
    now[0] = WITHIN_S
    assert visitor.sign_in("sw_wrong").status_code == 401


def test_failures_are_counted_by_address_and_few_addresses_are_remembered() -> None:
    failures = Failures(lambda: 0.0)
    for _ in range(TRIES):
        failures.count("10.0.0.7")
    assert failures.wait_s("10.0.0.7") == int(WITHIN_S)
    assert failures.wait_s("10.0.0.8") == 0
    for number in range(1000):
        failures.count(f"10.1.{number // 256}.{number % 256}")
    assert failures.wait_s("10.0.0.7") == 0


@pytest.mark.parametrize(
    "given",
    ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example",
     "/\t/evil.example", "/\n/evil.example", " //evil.example", "javascript:alert(1)",
     "evil.example", "", "/é", "/" + "a" * 2000],
)  # fmt: skip
def test_nobody_is_sent_to_another_site(visitor: Visitor, engine: Engine, given: str) -> None:
    assert own_path(given) == "/"
    assert visitor.sign_in(made(engine), given).headers["Location"] == "/"


@pytest.mark.parametrize("given", ["/", "/new?goal=A+ball%2F%2F", "/simulations/ep_1#film"])
def test_an_address_of_ours_is_kept(given: str) -> None:
    assert own_path(given) == given


def test_nobody_signs_in_on_a_machine_of_their_own(browser: Browser) -> None:
    assert browser.get("/login?next=/new").headers["Location"] == "/new"


def test_a_label_that_is_filled_in_wrongly_shows_no_page_of_another_s(
    visitor: Visitor, engine: Engine
) -> None:
    theirs = written.finished(engine, extra=" in secret")
    visitor.sign_in(made(engine, "local"))
    beats = visitor.client.get(f"/episodes/{theirs}/beats").json["beats"]
    seen = beats[0]["attempts"][0]["observations"][0]["observation_id"]
    fields = {"observation_id": seen, "label": "valid", "labelled_by": ""}

    def sent():
        token = visitor.token_of("/new")
        return visitor.post("/observers/calibration/labels", fields | {"form_token": token})

    assert "in secret" in sent().text
    visitor.client.delete_cookie("session")
    visitor.sign_in(made(engine, "bob"))
    refused = sent()
    assert refused.status_code == 422
    assert "in secret" not in refused.text
    assert theirs not in refused.text


def test_a_label_that_is_filled_in_wrongly_shows_nothing_to_who_may_not_read(
    visitor: Visitor, engine: Engine
) -> None:
    ours = written.finished(engine, extra=" in secret")
    reader, writer = made(engine, "local", Scope.READ), made(engine, "local", Scope.WRITE)
    client = visitor.client
    beats = client.get(f"/episodes/{ours}/beats", headers=bearing(reader)).json["beats"]
    seen = beats[0]["attempts"][0]["observations"][0]["observation_id"]
    refused = client.post(
        "/observers/calibration/labels",
        data={"observation_id": seen, "label": "valid", "labelled_by": ""},
        headers=bearing(writer, Accept="text/html"),
    )
    assert refused.status_code == 422
    assert "in secret" not in refused.text


def test_commands_to_copy_take_the_key_from_where_its_owner_keeps_it(
    visitor: Visitor, engine: Engine
) -> None:
    key = made(engine, "local")
    episode_id = written.finished(engine)
    visitor.sign_in(key)
    for address in ("/new?goal=A+ball+dropped+from+20+m+lands+in+under+2.1+s", "/judge",
                    f"/simulations/{episode_id}", "/diagnostics"):  # fmt: skip
        page = unescape(visitor.get(address).text)
        assert 'curl -H "Authorization: Bearer $STORYWORLD_API_KEY" http://' in page, address
        assert key.key not in page
