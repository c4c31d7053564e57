"""``python -m storyworld.cli``."""

import sys

from storyworld.cli import main

if __name__ == "__main__":
    sys.exit(main())
