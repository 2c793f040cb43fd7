def theme(request):
    """`theme` for the page's <html>: light, dark, or nothing where the device decides."""
    chosen = request.COOKIES.get("theme", "")
    return {"theme": chosen if chosen in ("light", "dark") else ""}
