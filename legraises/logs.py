"""How the log writes."""

import logging
import re

# Whoever has the address of a calendar may read it, and the log is read by others.
CALENDAR = re.compile(r"/calendar/[^/\s]+\.ics")


class Formatter(logging.Formatter):
    """One line for each event. PostgreSQL explains a refused row by quoting it ("DETAIL: Failing
    row contains …"), and a row may say where somebody hurts: those lines stay out."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        # A request that made no sense is told in its line; where the code saw it tells nothing.
        if record.name.startswith("django.security.") and record.exc_info:
            record = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
        return super().format(record)

    def formatMessage(self, record) -> str:  # noqa: N802 - logging's own name
        """A line break that somebody has sent is shown, and begins no line of its own; a secret is
        left out."""
        line = CALENDAR.sub("/calendar/….ics", super().formatMessage(record))
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)

    def formatException(self, ei) -> str:  # noqa: N802 - logging's own name
        lines = super().formatException(ei).splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith("DETAIL:"))
