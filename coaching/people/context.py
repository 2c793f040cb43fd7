from django.conf import settings


def theme(request):
    """`theme` for the page's <html>: light, dark, or nothing where the device decides."""
    chosen = request.COOKIES.get("theme", "")
    return {"theme": chosen if chosen in ("light", "dark") else ""}


def mail(request):
    """`sends_mail`: whether a mail leaves this machine, or waits in its log to be read out."""
    return {"sends_mail": settings.SENDS_MAIL}
