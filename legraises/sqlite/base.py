"""The writers of one process take turns before they ask SQLite.

SQLite lets one write at a time, and whoever comes meanwhile looks again after a pause that grows to
a tenth of a second: who has waited longest is asked last. With eight people at once the slowest
rep in a hundred took a second and a half; in a queue it takes a third of that or less (`make bench
ARGS=eight_clients`). Between processes it stays as SQLite has it.
"""

import threading
from collections import defaultdict

from django.db.backends.sqlite3 import base

_turns: dict[str, threading.Lock] = defaultdict(threading.Lock)


class DatabaseWrapper(base.DatabaseWrapper):
    _has_turn = False

    def _start_transaction_under_autocommit(self):
        # Who waits in vain is told so by SQLite, which would have waited as long.
        self._has_turn = self._turn.acquire(timeout=self.settings_dict["OPTIONS"]["timeout"])
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._end_turn()
            raise

    def _commit(self):
        try:
            return super()._commit()
        finally:
            self._end_turn()

    def _rollback(self):
        try:
            return super()._rollback()
        finally:
            self._end_turn()

    def _close(self):
        try:
            return super()._close()
        finally:
            self._end_turn()

    @property
    def _turn(self):
        return _turns[str(self.settings_dict["NAME"])]

    def _end_turn(self):
        if self._has_turn:
            self._has_turn = False
            self._turn.release()
