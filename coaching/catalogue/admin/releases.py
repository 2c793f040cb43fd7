"""What was published."""

from django.contrib import admin

from coaching.catalogue.models import Release


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    """Editions can be looked at. Nobody adds, changes or deletes one by hand."""

    list_display = ["__str__", "published_at", "published_by"]
    fields = ["published_at", "published_by", "format", "document"]
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
