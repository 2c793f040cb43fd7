"""Django looks for an app's models here; each package keeps its own."""

from coaching.catalogue.models import *  # noqa: F403
from coaching.exchange.models import *  # noqa: F403
from coaching.people.mail.models import *  # noqa: F403
from coaching.people.models import *  # noqa: F403
from coaching.practice.models import *  # noqa: F403
from coaching.progression.models import *  # noqa: F403
