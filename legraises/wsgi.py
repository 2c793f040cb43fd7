"""The door for the application server: `granian legraises.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legraises.settings")

application = get_wsgi_application()
