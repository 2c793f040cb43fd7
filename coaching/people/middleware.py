from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.utils import timezone, translation

ZONES = available_timezones()


class TimeZoneMiddleware:
    """Shows dates and weeks in the person's own time zone.

    The browser says where it is now in the cookie `time_zone`; a browser that says nothing gets
    the zone last kept for the person, and a stranger the site's own.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        name = request.COOKIES.get("time_zone", "")
        if name not in ZONES:
            name = getattr(request.user, "time_zone", "")
        request.time_zone = name if name in ZONES else ""
        if not request.time_zone:
            return self.get_response(request)
        with timezone.override(ZoneInfo(request.time_zone)):
            return self.get_response(request)


class LanguageMiddleware:
    """Speaks the language that was kept for the person.

    For strangers Django's own LocaleMiddleware has asked the cookie and the browser already.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = getattr(request.user, "language", "")
        if language in dict(settings.LANGUAGES):
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)
