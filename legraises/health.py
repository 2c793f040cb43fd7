"""What a monitor asks: whether people can practise here."""

import shutil

from django.conf import settings
from django.db import Error
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coaching.access import anyone
from coaching.catalogue.models import Release

# SQLite writes a rep twice, and a Release has a megabyte: with less, somebody has to look soon.
BYTES_LEFT = 100 * 1024 * 1024


@anyone
@require_safe
@never_cache
def health(request):
    """200 where all is well, else 503: whether the database answers, the number of the newest
    Release, and whether the disk has room. Nothing about anybody."""
    try:
        database = "ok"
        release = Release.objects.order_by("-pk").values_list("pk", flat=True).first()
    except Error:
        database, release = "unreachable", None
    room = shutil.disk_usage(settings.DATA_DIR if settings.DATA_DIR.exists() else "/").free
    found = {
        "database": database,
        "release": release,
        "disk": "ok" if room >= BYTES_LEFT else "nearly full",
    }
    is_well = release is not None and found["disk"] == "ok"
    return JsonResponse(found, status=200 if is_well else 503)
