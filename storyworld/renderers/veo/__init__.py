"""Veo: Google's film generator, bought by the second of film.

Licence: google-genai is Apache-2.0; the service has its own terms. Cost: per second of film, see
:mod:`storyworld.models.renders`. Needs, for the models named ``veo-...``, a Google Cloud project
(``GOOGLE_CLOUD_PROJECT``) with the Agent Platform switched on, and Application Default Credentials;
for those named ``gemini-omni-...`` a key of the Gemini API (``GEMINI_API_KEY``) and a price.

Nothing is kept here between two calls but an access token: who orders a film remembers the name of
the operation, and comes back with it.

=============================================  ==================================================
module                                         what it does
=============================================  ==================================================
:mod:`storyworld.renderers.veo.prompting`      says in words what is to be filmed, and what not
:mod:`storyworld.renderers.veo.ordering`       what is ordered: length, prompt, the first frame
:mod:`storyworld.renderers.veo.access`         who asks: project, place, token; what of it lacks
:mod:`storyworld.renderers.veo.platform`       orders and collects on the Agent Platform
:mod:`storyworld.renderers.veo.omni`           orders and collects by an API key
:mod:`storyworld.renderers.veo.faults`         why there is no film, in our vocabulary
:mod:`storyworld.renderers.veo.delivering`     checks the bytes of a film and writes them to disk
=============================================  ==================================================
"""

from storyworld.ports import FilmVendor
from storyworld.renderers.veo.access import by_key, lacking
from storyworld.renderers.veo.omni import OmniVendor
from storyworld.renderers.veo.ordering import VEO_FORMAT
from storyworld.renderers.veo.platform import VeoVendor
from storyworld.settings import Settings

__all__ = ["VEO_FORMAT", "OmniVendor", "VeoVendor", "lacking", "vendor_of"]


def vendor_of(settings: Settings) -> FilmVendor:
    """Give who sells films of the model that is configured, by its name."""
    return OmniVendor(settings) if by_key(settings) else VeoVendor(settings)
