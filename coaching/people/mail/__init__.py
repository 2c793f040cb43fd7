"""Mail leaves after the commit and outside the request: a slow mail server stops nobody."""
