"""The app served to Firefox and WebKit: `make test-engines`. `make test` leaves it out."""

import pytest

from coaching.catalogue.publishing import actions, releases
from tests.browser.fixtures import live_server
from tests.engines.brief import brief
from tests.engines.drivers import Firefox, WebKit

__all__ = ["live_server"]


@pytest.fixture(autouse=True)
def briefly(published):
    actions.load(catalogue=brief(), overwrite=True)
    releases.forget_all()


@pytest.fixture(params=[Firefox, WebKit], ids=["firefox", "webkit"])
def browser(request):
    engine = request.param
    if not engine.found:
        pytest.fail(f"{engine.__name__} is not here: CONTRIBUTING.md says what it needs.")
    browser = engine()
    yield browser
    browser.close()
