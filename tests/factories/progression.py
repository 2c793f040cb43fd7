import factory

from coaching.progression.models import Placement
from tests.factories.content import LADDER
from tests.factories.people import UserFactory


class PlacementFactory(factory.django.DjangoModelFactory):
    """Somebody stands on a rung of the one ladder, because a test says so."""

    class Meta:
        model = Placement

    person = factory.SubFactory(UserFactory)
    ladder_id = LADDER
    variation_id = "lying-raise"
    decided = factory.LazyAttribute(
        lambda placement: {"rule": "test", "facts": {"variation": placement.variation_id}}
    )
