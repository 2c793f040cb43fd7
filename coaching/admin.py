"""Django looks for an app's admin here; each package keeps its own."""

import coaching.catalogue.admin
import coaching.people.admin  # noqa: F401
