"""Who did what, as W3C PROV: stages are activities, what they used and made are entities.

Evidence is an entity, too, derived from the film that it was seen on and pinned to the stretch of
it by a media fragment (``film.mp4#t=1.2,1.83``).

References
----------
W3C PROV-DM (https://www.w3.org/TR/prov-dm/), PROV-JSON (https://www.w3.org/Submission/prov-json/),
Media Fragments URI 1.0 (https://www.w3.org/TR/media-frags/).
"""

import re
from typing import TYPE_CHECKING, Any, Final

from storyworld.evidence_export.layout import film_name
from storyworld.records.account import Account, Walked
from storyworld.records.provenance import AgentKind, Link, Thing, ThingKind

if TYPE_CHECKING:
    from prov.model import ProvDocument

_NAMESPACE: Final = "urn:storyworld:"
_ODD: Final = re.compile(r"[^A-Za-z0-9_.-]")


def prov_json(account: Account) -> str:
    """Write the provenance of an episode as PROV-JSON."""
    return str(prov_document(account).serialize(format="json", indent=1, sort_keys=True))


def prov_document(account: Account) -> "ProvDocument":
    """Give the provenance of an episode as a PROV document."""
    from prov.model import ProvDocument

    document = ProvDocument()
    document.add_namespace("sw", _NAMESPACE)
    named: dict[str, str] = {}
    before: str | None = None
    for link in account.links:
        before = _activity(document, link, before, named)
    for walk in account.walks:
        _evidence(document, walk, named)
    return document


def _activity(
    document: "ProvDocument", link: Link, before: str | None, named: dict[str, str]
) -> str:
    entry = link.entry
    name = f"sw:link.{link.place}"
    told: dict[str, Any] = {
        "prov:type": f"sw:{entry.stage}",
        "sw:beat": link.beat,
        "sw:attempt": link.attempt,
        "sw:sha256": link.digest(),
    }
    told |= {"sw:code_version": entry.code_version} if entry.code_version else {}
    told |= {"sw:settings_sha256": entry.settings_sha256} if entry.settings_sha256 else {}
    told |= {"sw:seed": entry.seed} if entry.seed is not None else {}
    told |= {"sw:cost_usd": entry.cost_usd} if entry.cost_usd is not None else {}
    told |= {"sw:failure": entry.failure.code.value} if entry.failure is not None else {}
    document.activity(name, entry.started_at, entry.finished_at, told)
    # the same name at another version, or with another model behind it, is another agent
    agent = f"sw:agent.{entry.agent.kind}.{entry.agent.name}.{entry.agent.digest()[:16]}"
    if agent not in named:
        named[agent] = agent
        person = entry.agent.kind is AgentKind.PERSON
        about: dict[str, Any] = {"prov:type": "prov:Person" if person else "prov:SoftwareAgent"}
        about |= {"sw:version": entry.agent.version} if entry.agent.version else {}
        about |= {"sw:model": entry.agent.model} if entry.agent.model else {}
        document.agent(agent, about)
    document.wasAssociatedWith(name, agent)
    for thing in entry.used:
        document.used(name, _entity(document, thing, named))
    for thing in entry.produced:
        document.wasGeneratedBy(_entity(document, thing, named), name)
    if before is not None:
        document.wasInformedBy(name, before)
    return name


def _entity(document: "ProvDocument", thing: Thing, named: dict[str, str]) -> str:
    """Name a thing; one that was changed is another."""
    digest = f".{thing.sha256[:16]}" if thing.sha256 else ""
    name = f"sw:{thing.kind}.{_ODD.sub('-', thing.name)}{digest}"
    if name not in named:
        named[name] = name
        about: dict[str, Any] = {"prov:type": f"sw:{thing.kind}", "prov:label": thing.name}
        about |= {"sw:sha256": thing.sha256} if thing.sha256 else {}
        document.entity(name, about)
    return name


def _evidence(document: "ProvDocument", walk: Walked, named: dict[str, str]) -> None:
    """Pin what was seen to the film, and to the observation that tells it."""
    filming = walk.filming
    if filming is None or filming.artifact is None:
        return
    film = _entity(document, filming.artifact.thing, named)
    place = film_name(walk.beat, walk.attempt, filming.artifact.media_type)
    rate = filming.shot.camera.frame_rate_hz
    for seen in walk.observations:
        witness = _entity(
            document, Thing.of(ThingKind.OBSERVATION, seen.observation_id, seen), named
        )
        for item in seen.evidence:
            name = f"sw:evidence.{_ODD.sub('-', item.evidence_id)}"
            about: dict[str, Any] = {
                "prov:type": "sw:evidence",
                "prov:label": item.name,
                "prov:value": item.quantity.value,
                "sw:unit": item.quantity.unit.value,
                "sw:uncertainty": item.quantity.uncertainty,
            }
            if item.frames is not None:
                first, last = item.frames.first / rate, (item.frames.last + 1) / rate
                about["prov:atLocation"] = f"{place}#t={first:.6g},{last:.6g}"
            document.entity(name, about)
            document.wasDerivedFrom(name, film)
            document.hadMember(witness, name)
