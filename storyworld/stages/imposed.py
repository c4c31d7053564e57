"""A film without the frames that its generator was given: they are no evidence of what it makes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from storyworld.ports import Film, RgbFrame


@dataclass(frozen=True)
class Unimposed:
    """The frames of a film after the first `imposed`; see :class:`storyworld.ports.Film`.

    Time goes on counting from the first frame of the whole film.
    """

    whole: Film
    imposed: int

    @property
    def width_px(self) -> int:
        """See the port."""
        return self.whole.width_px

    @property
    def height_px(self) -> int:
        """See the port."""
        return self.whole.height_px

    @property
    def frame_count(self) -> int:
        """See the port."""
        return self.whole.frame_count - self.imposed

    @property
    def frame_rate_hz(self) -> float:
        """See the port."""
        return self.whole.frame_rate_hz

    @property
    def times_s(self) -> NDArray[np.float64]:
        """See the port."""
        return self.whole.times_s[self.imposed :]

    def frames(self) -> Iterator[RgbFrame]:
        """See the port."""
        return islice(self.whole.frames(), self.imposed, None)


def unimposed(film: Film, imposed: int) -> Film:
    """Give a film without its first `imposed` frames; one that has no more shows its last.

    A film of which nothing is left to look at is left a frame: then observers say that there is
    no motion to be seen, which is true.
    """
    dropped = min(imposed, film.frame_count - 1)
    return Unimposed(film, dropped) if dropped > 0 else film
