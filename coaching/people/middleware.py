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
    """Speaks the language that was kept for the person, or chosen in this browser.

    `request.language` is that one, or nothing where neither says a language of the site: then
    Django's own LocaleMiddleware has asked the browser already.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        kept = getattr(request.user, "language", "")
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        spoken = dict(settings.LANGUAGES)
        request.language = next((each for each in (kept, chosen) if each in spoken), "")
        if request.language:
            translation.activate(request.language)
            request.LANGUAGE_CODE = request.language
        return self.get_response(request)
