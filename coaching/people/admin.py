from django.contrib import admin

from coaching.people.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """Who is a trainer and who may sign in. Passwords are reset by the person, not shown here."""

    list_display = ["__str__", "is_staff", "is_active", "date_joined", "last_login"]
    list_filter = ["is_staff", "is_active"]
    search_fields = ["email"]
    fields = ["email", "time_zone", "language", "is_active", "is_staff", "is_superuser", "groups"]
    filter_horizontal = ["groups"]
