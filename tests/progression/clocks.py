"""A clock that somebody takes along: what time it is, and where."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.utils import timezone


class _Standing(type):
    """What stands in for datetime where Django asks what time it is."""

    def __instancecheck__(cls, value):
        return isinstance(value, datetime)


class Clock:
    """`now` is a moment on the wall of the `zone` where it is; it begins `at` one."""

    def __init__(self, at, zone):
        self.zone = ZoneInfo(zone)
        self.now = datetime.fromisoformat(at).replace(tzinfo=self.zone)

    @contextmanager
    def here(self):
        """It is now, and they are where they are. Defaults of models hold on to timezone.now, so it
        is what that asks that is changed."""
        clock = _Standing("datetime", (), {"now": staticmethod(self.now.astimezone)})
        with patch("django.utils.timezone.datetime", clock), timezone.override(self.zone):
            yield

    def wait(self, *, days=0, hours=0, minutes=0, at=None):
        """Days are those of the wall: the same hour, or `at` an hour (and minute)."""
        wall = self.now.replace(tzinfo=None) + timedelta(days=days)
        if at is not None:
            hour, minute = at
            wall = wall.replace(hour=hour, minute=minute)
        moment = wall.replace(tzinfo=self.zone) if days or at is not None else self.now
        self.now = (moment.astimezone(UTC) + timedelta(hours=hours, minutes=minutes)).astimezone(
            self.zone
        )
        return self

    def travel(self, zone):
        self.zone = ZoneInfo(zone)
        self.now = self.now.astimezone(self.zone)
