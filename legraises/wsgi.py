"""The door for an application server; ours is legraises/server.py."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legraises.settings")

application = get_wsgi_application()
