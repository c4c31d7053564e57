"""A Dockerfile read into its instructions: as much of the format as our two use."""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Instruction:
    """One instruction: its word, and everything behind it on one line."""

    word: str
    rest: str

    @property
    def argv(self) -> list[str]:
        """Give the exec form of CMD, ENTRYPOINT or a HEALTHCHECK's CMD."""
        found: list[str] = json.loads(self.rest[self.rest.index("[") :])
        return found

    @property
    def assigned(self) -> dict[str, str]:
        """Give what ENV or ARG assigns."""
        return dict(pair.partition("=")[::2] for pair in shlex.split(self.rest))


@dataclass(frozen=True)
class Stage:
    """What stands between one FROM and the next."""

    image: str
    name: str
    instructions: tuple[Instruction, ...]

    def all(self, word: str) -> list[Instruction]:
        return [each for each in self.instructions if each.word == word]

    def last(self, word: str) -> Instruction:
        return self.all(word)[-1]

    def index(self, word: str) -> int:
        return next(i for i, each in enumerate(self.instructions) if each.word == word)


def stages(dockerfile: Path) -> list[Stage]:
    """Read the stages of a Dockerfile."""
    lines = [line for line in dockerfile.read_text().splitlines() if not line.startswith("#")]
    text = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    found: list[Stage] = []
    for line in filter(str.strip, text.splitlines()):
        word, _, rest = line.partition(" ")
        assert word.isupper(), line
        if word == "FROM":
            image, _, name = rest.partition(" AS ")
            found.append(Stage(image, name, ()))
        else:
            before = found.pop()
            made = (*before.instructions, Instruction(word, rest.strip()))
            found.append(Stage(before.image, before.name, made))
    return found


def copied(stage: Stage) -> list[str]:
    """Name what a stage copies from the build context."""
    sources: list[str] = []
    for each in stage.all("COPY"):
        words = each.rest.split()
        if not words[0].startswith("--from="):
            sources += words[:-1]
    return sources
