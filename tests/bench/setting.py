"""What every measurement starts from: the shipped content, and somebody at their first set."""

import statistics
from time import perf_counter

from django.test import Client

from coaching.catalogue import files
from coaching.catalogue.models import Release
from coaching.catalogue.publishing import actions, releases


def published():
    """Publishes the shipped content, once for all measurements of a run."""
    if not Release.objects.exists():
        actions.load(catalogue=files.read(files.SHIPPED))
        releases.forget_all()


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def median_ms(act, times):
    """The median of `times` runs of act(number), in milliseconds, after one that does not count."""
    act(0)
    took = []
    for number in range(1, times + 1):
        started = perf_counter()
        act(number)
        took.append((perf_counter() - started) * 1000)
    return statistics.median(took)
