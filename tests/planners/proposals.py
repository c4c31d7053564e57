"""Replies of a planner's model, as its schema has them."""


def reply(*beats: dict) -> dict:
    return {"beats": list(beats)}


def beat(family: str, wanted: str, *slots: tuple[str, float, str, str], **more: object) -> dict:
    named = [dict(zip(("name", "value", "unit", "quote"), s, strict=True)) for s in slots]
    return {
        "part": "",
        "family": family,
        "wanted": wanted,
        "slots": named,
        "requires_visual_verification": False,
        "claims_not_covered": [],
        **more,
    }
