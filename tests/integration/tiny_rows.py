"""Lets a worker load the tiny models of the tests in the place of the real ones.

Workers are started with ``-I tests.integration.tiny_rows``. Rows are data: nothing else differs.
"""

from storyworld.renderers.diffusion import specs
from tests.renderers.diffusion import tiny

for _row in (tiny.SVD, tiny.ANIMATEDIFF, tiny.GUIDED):
    specs.ROWS[_row.name] = _row
