import factory

from coaching.people.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """A member with an email address."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    password = factory.django.Password("a long and quiet password")


class GuestFactory(UserFactory):
    email = None
    password = factory.django.Password(None)


class TrainerFactory(UserFactory):
    is_staff = True
    is_superuser = True
