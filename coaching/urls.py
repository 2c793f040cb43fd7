"""Every address of the app. Actions are nouns: what a POST leaves behind."""

from django.urls import path

from coaching.catalogue import views as catalogue
from coaching.exchange import views as exchange
from coaching.pain import views as pain
from coaching.people import views as people
from coaching.practice import set_views, tryout_views
from coaching.practice import views as practice
from coaching.progression import check_in_views, choice_views, decision_views, progress_views
from coaching.progression import views as progression

WORKOUT = "workouts/<uuid:pk>/"
SET = WORKOUT + "sets/<int:number>/"

urlpatterns = [
    path("", progression.home, name="home"),
    path("theme/", people.theme, name="theme"),
    path("language/", people.language, name="language"),
    path("exercises/", catalogue.ladder, name="ladder"),
    path("exercises/figures/", catalogue.figures, name="figures"),
    path("exercises/drills/<slug:slug>/", catalogue.drill, name="drill"),
    path("exercises/drills/<slug:slug>/tryout/", tryout_views.drill, name="drill_tryout"),
    path("exercises/topics/<slug:slug>/", catalogue.topic, name="topic"),
    path("exercises/<slug:slug>/", catalogue.variation, name="variation"),
    path("exercises/<slug:slug>/choice/", choice_views.choice, name="choice"),
    path("exercises/<slug:slug>/tryout/", tryout_views.variation, name="variation_tryout"),
    path("workouts/", practice.history, name="history"),
    path("workouts/new/", progression.start, name="start"),
    path("workouts/adoption/", progression.adoption, name="adoption"),
    path(WORKOUT, practice.workout, name="workout"),
    path(WORKOUT + "steps/<int:position>/", practice.step, name="step"),
    path(SET, set_views.workout_set, name="set"),
    path(SET + "reps/", set_views.reps, name="set_reps"),
    path(SET + "floor/", set_views.set_floor, name="set_floor"),
    path(SET + "review/", set_views.set_review, name="set_review"),
    path(SET + "completion/", set_views.set_completion, name="set_completion"),
    path(SET + "variation/", set_views.set_variation, name="set_variation"),
    path(SET + "rest/", set_views.rest, name="set_rest"),
    path(WORKOUT + "reps/<uuid:rep>/retraction/", set_views.rep_retraction, name="rep_retraction"),
    path(WORKOUT + "pain/", practice.pain, name="pain"),
    path(WORKOUT + "resumption/", practice.resumption, name="resumption"),
    path(WORKOUT + "check-in/", check_in_views.check_in, name="check_in"),
    path(WORKOUT + "next-day/", check_in_views.next_day_check_in, name="next_day"),
    path(WORKOUT + "completion/", practice.completion, name="completion"),
    path(WORKOUT + "summary/", progression.summary, name="summary"),
    path("decisions/", decision_views.decisions, name="decisions"),
    path("progress/", progress_views.progress, name="progress"),
    path("replies/", choice_views.replies, name="replies"),
    path("pain/red-flags/", pain.red_flags, name="red_flags"),
    path("calendar/", exchange.calendar, name="calendar"),
    path("calendar/renewal/", exchange.calendar_renewal, name="calendar_renewal"),
    path("calendar/<str:secret>.ics", exchange.calendar_feed, name="calendar_feed"),
]
