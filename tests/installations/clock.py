"""A clock that stands still until somebody moves it."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

# When the story of the installation ends: two people are in the middle of a workout, and look up.
LAST = datetime(2026, 11, 19, 19, 0, tzinfo=UTC)


class Clock:
    """Stands in for django.utils.timezone.now, once `rule` was called.

    Models take their defaults from it when they are imported, so that is to be before django.setup.
    """

    def __init__(self, at=LAST):
        self.at = at

    def __call__(self):
        return self.at

    def rule(self):
        timezone.now = self

    def tick(self, seconds):
        self.at += timedelta(seconds=seconds)

    def turn_to(self, day, hour=9, minute=0):
        """To a day, "10-06", of the year of the story; never back."""
        month, date = map(int, day.split("-"))
        at = LAST.replace(month=month, day=date, hour=hour, minute=minute)
        if at < self.at:
            raise ValueError(f"{at} is before {self.at}.")
        self.at = at
