"""What is answered where the database cannot do its part: the disk is full, the file is read-only,
somebody writes for too long, two wait for each other.

Two that came into each other's way are asked once more, from the very beginning and with nothing of
what the first try thought. Twice is once here: a post of ours names what it leaves behind, and what
the admin does is undone as a whole. After that, and for everything else, a page says in plain words
that nothing was kept. The player keeps what was said, and sends it again.
"""

import logging
import random
import sys
import time
from io import BytesIO

from django.db import InterfaceError, InternalError, OperationalError
from django.http import RawPostDataException
from django.shortcuts import render
from django.views.defaults import server_error

logger = logging.getLogger("coaching.outage")

# PostgreSQL's deadlock_detected and serialization_failure, and what SQLite calls waiting in vain.
CLASHES = {"40P01", "40001", "SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"}
# PostgreSQL's read_only_sql_transaction, the one among these that is no OperationalError.
READ_ONLY = "25006"
PAUSES = (0.05, 0.25)  # seconds before another try, more or less, so that two do not meet again
# Who has waited for so long already is told. SQLite itself waits longer than this for its turn.
PATIENCE = 2.0
RETRY_AFTER = 5  # seconds, as often as the player tries


def reason(error):
    """The database's own short word for it, such as 40P01 or SQLITE_FULL."""
    cause = error.__cause__
    return getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None) or ""


def is_outage(error):
    is_database = isinstance(error, (OperationalError, InterfaceError))
    return is_database or (isinstance(error, InternalError) and reason(error) == READ_ONLY)


def not_kept(request, error):
    """The page that says so. It leans on nothing that may be broken: no person, no session."""
    # The first line of the message says what; those after it may quote rows.
    line = str(error).partition("\n")[0]
    logger.error("Not kept: %s %s: %s %s", request.method, request.path, reason(error), line)
    response = render(None, "not_kept.html", {"is_read": request.method in ("GET", "HEAD")})
    response.status_code = 503
    response.headers["Retry-After"] = str(RETRY_AFTER)
    response.headers["Cache-Control"] = "no-store"
    response.is_clash = reason(error) in CLASHES
    return response


def failed(request):
    """The handler500: what fails outside of a view, where a session is read or written."""
    error = sys.exc_info()[1]
    return not_kept(request, error) if is_outage(error) else server_error(request)


class Outage:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        began = time.monotonic()
        response = self.get_response(request)
        for pause in PAUSES:
            is_late = time.monotonic() - began > PATIENCE
            if is_late or not getattr(response, "is_clash", False):
                break
            try:
                anew = request.environ | {"wsgi.input": BytesIO(request.body)}
            except RawPostDataException:
                break  # a file that was sent is not there a second time
            time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
            response = self.get_response(type(request)(anew))
        return response

    def process_exception(self, request, exception):
        return not_kept(request, exception) if is_outage(exception) else None
