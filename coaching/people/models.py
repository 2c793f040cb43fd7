"""Who practises: members with an email address, and guests without one yet."""

from zoneinfo import available_timezones

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

__all__ = ["User"]


class UserManager(BaseUserManager):
    def create_guest(self, *, time_zone="", language=""):
        guest = self.model(email=None, time_zone=time_zone, language=language)
        guest.set_unusable_password()
        guest.save(using=self._db)
        return guest

    def create_user(self, email, password=None, **fields):
        if not email:
            raise ValueError("A member needs an email address; use create_guest otherwise.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


def validate_time_zone(name):
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write one like Europe/Vienna."),
            params={"name": name},
        )


class User(AbstractBaseUser, PermissionsMixin):
    """A person. Signing up fills in the guest's own row, so nothing has to be moved."""

    email = models.EmailField(_("email address"), unique=True, null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, validators=[validate_time_zone]
    )
    language = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        help_text=_("As browsers name it, such as de. Empty: what the browser asks for."),
    )
    is_staff = models.BooleanField(_("trainer"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("first seen"), default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            # Two that differ only in capitals would be one person to everybody but the database.
            models.UniqueConstraint(Lower("email"), name="person_email_any_case"),
            models.CheckConstraint(
                condition=~models.Q(email=""),
                name="person_email_null_not_empty",
            ),
        ]

    def __str__(self):
        return self.email or str(_("Guest %(number)s") % {"number": self.pk})

    @property
    def is_guest(self):
        return self.email is None

    @property
    def initials(self):
        return (self.email or "")[:2].upper()
