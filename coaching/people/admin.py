"""Accounts, for trainers: who may do what is the superusers' alone, and asks for the password."""

# These two modules register what must not stay as they have it, so they come first.
import allauth.account.admin  # noqa: F401
import django.contrib.auth.admin  # noqa: F401
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from coaching.access import password_first
from coaching.people import actions, security
from coaching.people.forms import PersonForm
from coaching.people.models import User

# Whose address it is can sign in and reset the password: people see to theirs themselves.
admin.site.unregister(EmailAddress)
admin.site.unregister(Group)

RIGHTS = ["is_active", "is_staff", "is_superuser", "groups"]
HARMLESS = ["time_zone", "language"]


class AccountAdmin(admin.ModelAdmin):
    """Every page that changes something asks for the password, and is in the security log."""

    actions = None  # one at a time, and each is asked about

    @method_decorator(password_first)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)

    @method_decorator(password_first)
    def delete_view(self, request, object_id, extra_context=None):
        return super().delete_view(request, object_id, extra_context)

    def lookup_allowed(self, lookup, value, request):
        """?password__startswith=… would tell the hash of a password, letter by letter."""
        return lookup.split("__")[0] in self.list_filter


@admin.register(User)
class UserAdmin(AccountAdmin):
    """Who is a trainer and who may sign in. Passwords are reset by the person, not shown here."""

    form = PersonForm
    list_display = ["__str__", "is_staff", "is_active", "date_joined", "last_login"]
    list_filter = ["is_staff", "is_active"]
    search_fields = ["email"]
    fields = ["email", *HARMLESS, *RIGHTS]
    filter_horizontal = ["groups"]

    def get_readonly_fields(self, request, obj=None):
        if not request.user.is_superuser:
            # Whose address one may change, their account one may have.
            return RIGHTS if obj is None else ["email", *RIGHTS]
        return RIGHTS if obj == request.user else []

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and _may_touch(request, obj) and obj != request.user

    def save_model(self, request, obj, form, change):
        _still_may(request, obj)
        before = form.initial.get("email")
        if not change:
            obj.set_unusable_password()  # the person chooses one by "I forgot my password"
        super().save_model(request, obj, form, change)
        if change and obj.email != before:
            actions.change_address(person=obj, email=obj.email)
            _tell_old_address(request, obj, before)
        changed = " ".join(form.changed_data)
        what = "account changed in the admin" if change else "account made in the admin"
        security.note(what, request, account=obj, by=request.user.pk, fields=f"[{changed}]")

    def delete_model(self, request, obj):
        _still_may(request, obj)
        security.note("account deleted in the admin", request, account=obj, by=request.user.pk)
        super().delete_model(request, obj)

    def get_deleted_objects(self, objs, request):
        """What goes with a person is theirs: workouts, and where it hurt. It is not listed."""
        _all, _counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        people = [str(person) for person in objs]
        what = _("All that they did: workouts, sets, reps, and what they said of pain")
        # None of that has a page in the admin, so nobody has a permission of its own for it.
        return [*people, [what]], {_("people"): len(people)}, perms_needed, protected


@admin.register(Group)
class GroupAdmin(AccountAdmin):
    """What a group of trainers may do. Who could change that could give it to themselves."""

    fields = ["name", "permissions"]
    filter_horizontal = ["permissions"]
    search_fields = ["name"]

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        security.note("group changed", request, group=form.instance.pk, by=request.user.pk)

    def delete_model(self, request, obj):
        security.note("group deleted", request, group=obj.pk, by=request.user.pk)
        super().delete_model(request, obj)


def _may_touch(request, person):
    return request.user.is_superuser or not (person and (person.is_staff or person.is_superuser))


def _still_may(request, person):
    """Two superusers who take each other's rights at once must not leave none: here the second
    waits for the first, and is one no more."""
    if request.user.is_superuser:
        still_may = request.user in actions.lock_superusers()
    else:
        still_may = person.pk is None or _may_touch(request, actions.lock_person(pk=person.pk))
    if not still_may:
        raise PermissionDenied


def _tell_old_address(request, person, before):
    security.note("address changed", request, account=person, by=request.user.pk)
    if before:
        said = {"from_email": before, "to_email": person.email}
        template = "account/email/email_changed"
        get_adapter(request).send_notification_mail(template, person, said, email=before)
