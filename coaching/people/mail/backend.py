"""EMAIL_BACKEND: whoever sends mail as Django does it has written a letter."""

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from coaching.people.mail import actions, sender


class Backend(BaseEmailBackend):
    def send_messages(self, messages):
        written = actions.write(messages=[each for each in messages if each.recipients()])
        transaction.on_commit(sender.wake)
        return len(written)
