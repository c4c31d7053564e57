"""What a film generator is told of a scene in words: the set-up, never how it is to end."""

from typing import Final

from storyworld.models.asking import sound
from storyworld.physics.families import family_named
from storyworld.records.goal import Parameter, ParameterSource
from storyworld.records.render import RenderRequest
from storyworld.records.scenario import BodyMark, BodyRole, Colour, Scenario, Shot

_MOST_CHARACTERS: Final = 4000  # Veo reads 1,024 tokens
_MOST_BODIES: Final = 16
_MOST_PREMISES: Final = 12

NEGATIVE_PROMPT: Final = (
    "cuts, scene changes, camera motion, zoom, pan, tilt, perspective, depth of field, shadows, "
    "reflections, motion blur, new objects, people, hands, objects that appear or vanish, "
    "deformation, melting, changing colours, new text, captions, logos, watermark"
)
_CAMERA: Final = (
    "One continuous take by a fixed camera: a flat orthographic side view, framed exactly like the "
    "first frame from beginning to end. No cuts, no zoom, no camera motion."
)
_LOOK: Final = (
    "Keep the look and the materials of the first frame: plain opaque colours, matte surfaces, "
    "rigid bodies with sharp edges, a plain near-white background."
)
_ROLES: Final = {
    BodyRole.MOVING: "may move",
    BodyRole.SUPPORT: "stands still",
    BodyRole.MARK: "a mark",
}
_COLOURS: Final[dict[str, Colour]] = {
    "black": (20, 20, 20), "dark grey": (90, 90, 95), "grey": (140, 140, 145),
    "light grey": (205, 205, 205), "white": (250, 250, 250), "red": (220, 50, 40),
    "orange": (240, 130, 30), "yellow": (240, 200, 40), "green": (50, 160, 70),
    "turquoise": (40, 180, 180), "blue": (40, 110, 220), "light blue": (150, 200, 240),
    "violet": (140, 80, 190), "pink": (240, 130, 170), "brown": (140, 90, 50),
}  # fmt: skip


def prompt_of(request: RenderRequest, *, rephrased: bool = False) -> str:
    """Say what is to be filmed.

    Parameters
    ----------
    rephrased
        Names no body and gives no numbers: for a prompt that was filtered.

    Notes
    -----
    The words of the goal are not told: they say how it is wished to end, and a film made to show
    that would be no evidence of it. For the same reason limits that the goal sets ("in under 2 s")
    are left out of what is known of the scene. No word of this is a user's.
    """
    scenario, shot = request.scenario, request.shot
    told = () if rephrased else (_known(scenario), _kind(scenario))
    parts = (_CAMERA, _LOOK, _bodies(shot, named=not rephrased), _marks(shot), _motion(shot), *told)
    return sound(" ".join(part for part in parts if part), _MOST_CHARACTERS)


def _bodies(shot: Shot, *, named: bool) -> str:
    """Say what is in the first frame, by name or by colour alone."""
    seen = [_body(mark, named=named) for mark in shot.bodies[:_MOST_BODIES]]
    return f"In the first frame: {'; '.join(seen)}." if seen else ""


def _body(mark: BodyMark, *, named: bool) -> str:
    words = mark.name.replace("_", " ") if named else "a body"
    return f"{words}, {colour_name(mark.colour)}, {_ROLES[mark.role]}"


def colour_name(colour: Colour) -> str:
    """Name a colour by the nearest that has a name."""

    def apart(name: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(_COLOURS[name], colour, strict=True))

    return min(_COLOURS, key=apart)


def _marks(shot: Shot) -> str:
    """Say what becomes of the marks at the lower edge."""
    said = []
    if shot.scale_bar_m is not None:
        said.append("The black bar at the lower edge and its caption stay as they are.")
    if shot.clock is not None:
        said.append(
            "The short dark mark below it goes evenly along the lower edge, from the left of the "
            "picture at the first frame to the right at the last."
        )
    return " ".join(said)


def _motion(shot: Shot) -> str:
    pace = "in real time" if shot.pace == 1.0 else f"at {shot.pace:g} times the pace of life"
    pull = ""
    if shot.gravity_m_s2 is not None:
        none = "without gravity"
        pull = f" under gravity of {shot.gravity_m_s2:g} m/s² downwards"
        pull = f" {none}" if shot.gravity_m_s2 == 0 else pull
    return (
        f"From the first frame on everything moves by itself{pull}, {pace}, "
        "as real bodies would by their weight, friction and contact."
    )


def _known(scenario: Scenario) -> str:
    """Give the premises of a scene: no limit of the goal, nothing that was worked out of them."""
    slots = {slot.name: slot for slot in family_named(scenario.family).slots}

    def premise(parameter: Parameter) -> bool:
        slot = slots.get(parameter.name)
        stated = parameter.bound is None and parameter.source is not ParameterSource.INFERRED
        return stated and (slot is None or slot.bounds is None)

    premises = [p for p in scenario.parameters if premise(p)][:_MOST_PREMISES]
    said = [
        f"{slots[p.name].words if p.name in slots else p.name.replace('_', ' ')} "
        f"{p.quantity.revised(uncertainty=0.0)}"
        for p in premises
    ]
    return f"Known of it: {'; '.join(said)}." if said else ""


def _kind(scenario: Scenario) -> str:
    return f"What it is about: {family_named(scenario.family).purpose}."
