"""The page between a plan and its workout: what is still to be asked before it may begin."""

import uuid
from functools import cached_property
from math import ceil

from django.shortcuts import render

from coaching.people import browsers
from coaching.practice import actions as practice
from coaching.progression import next_day, plan, today
from coaching.progression.forms import NewcomerForm, NextDayForm, StartForm


class StartPage:
    """A start that is asked for, by a stranger (`user` is None) or by somebody who stands on a rung
    or will."""

    def __init__(self, request, user):
        self.request, self.user = request, user
        self.planned = plan.for_person(request.catalogue, user) if user else None
        self.due = next_day.due(user) if self.planned else None
        data = request.POST if request.method == "POST" else None
        self.form = self._form(data)
        # Sent with it, so that nobody who was asked and said nothing is asked for ever.
        is_asked = data is not None and "next-asked" in data
        self.next_day = NextDayForm(data if is_asked else None, prefix="next", may_skip=True)

    def _form(self, data):
        initial = {"workout": uuid.uuid4()}
        if self.planned:
            return StartForm(data, initial=initial)
        questions = self.request.catalogue.asking("newcomer").questions
        return NewcomerForm(data, initial=initial, questions=questions, told=self.request.GET)

    def is_valid(self):
        is_told = not self.next_day.is_bound or self.next_day.is_valid()
        return self.form.is_valid() and is_told

    def is_unasked(self, user):
        """Whether something is left to ask that the page before this one did not: how the last
        workout was the day after, or whether a day of rest is to be passed over."""
        name = self.form.cleaned_data["workout"]
        if user is None or user.workouts.filter(pk=name).exists():
            return False  # a start that is sent twice asks nothing anew
        if self.due and not self.next_day.is_bound:
            return True
        rests = self.planned and self.planned.rests and not self.planned.closed
        return bool(rests) and self.request.POST.get("anyway") != "yes"

    def plan_for(self, user):
        """The plan, once what was said about the day after is kept: it may change it."""
        if self.due and self.next_day.is_bound and self.next_day.is_told:
            practice.check_in(workout=self.due, moment="next-day", **self.next_day.cleaned_data)
            self.planned = self.planned and plan.for_person(self.request.catalogue, user)
        planned = self.planned
        if planned is None:
            planned = plan.for_newcomer(self.request.catalogue, self.form.answers, user)
        if self.request.POST.get("shorter") == "yes":
            planned = planned.shorter or planned
        return planned

    @cached_property
    def running(self):
        return self.user.workouts.running().first() if self.user else None

    def response(self, *, wait=0):
        """`wait`: the seconds until one more guest may begin, where that is why it is back."""
        is_bound = self.form.is_bound
        page = {
            "form": self.form,
            "plan": self.planned,
            "due": self.due,
            "next_day": self.next_day,
            "running": self.running,
            "questionnaire": self.request.catalogue.asking("newcomer"),
            "arrival": today.arrival(self.request.catalogue),
            "try_again_in": ceil(wait / 60),
        }
        status = 429 if wait else 422 if is_bound else 200
        response = render(self.request, "coaching/progression/start.html", page, status=status)
        if wait:
            response["Retry-After"] = str(ceil(wait))
        if self.user is None and not is_bound:
            # Remembers which start this browser was given, in case it is tapped twice.
            browsers.give_start(response, str(self.form["workout"].value()))
        return response
