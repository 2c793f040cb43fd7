"""The one header that neither Django nor its packages write."""

from django.conf import settings


def permissions_policy(get_response):
    """Say which of a browser's abilities our pages may use, and no script may use others."""
    value = ", ".join(
        f"{ability}=({' '.join(origins)})"
        for ability, origins in settings.PERMISSIONS_POLICY.items()
    )

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", value)
        return response

    return middleware
