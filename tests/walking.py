"""A newcomer's way through a whole workout, page by page, whatever its routine is made of."""

from django.urls import resolve, reverse

NEWCOMER = {"answer_done-before": "regularly", "answer_flatten-back": "yes", "pain": 0}
# What is said to each kind of block; the others only want to be done.
SAYS = {
    "arrival": {"pain": 0},
    "tension": {"answer": "firm"},
    "first-rep": {"answer": "stable"},
    "floor": {"floor": 20},
    "wrap-up": {"pain": 1},
}
NO_MORE_THAN = 50  # pages


class Walk:
    """`met` are the kinds of block that were gone through so far, "set" for each set."""

    def __init__(self, client, says=()):
        self.client, self.says, self.met = client, SAYS | dict(says), []

    def start(self):
        form = self.client.get(reverse("start")).context["form"]
        self.workout = form["workout"].value()
        answer = self.client.post(reverse("start"), NEWCOMER | {"workout": self.workout})
        assert answer.status_code == 302, answer.content.decode()

    def pages(self):
        """Each page as it comes: (the kind of its block, the response). Goes on from there when the
        next one is asked for, until the workout is over."""
        for _page in range(NO_MORE_THAN):
            page = self.client.get(reverse("workout", args=[self.workout]), follow=True)
            assert page.status_code == 200, page.content.decode()
            place = resolve(page.request["PATH_INFO"])
            if place.url_name == "summary":
                return
            kind = page.context["step"].kind if place.url_name == "step" else "set"
            yield kind, page
            answer = self.answer(kind, page)
            assert answer.status_code == 302, answer.content.decode()
            self.met.append(kind)
        raise AssertionError(f"It goes on and on: {self.met}")

    def answer(self, kind, page, **says):
        """Answers a page: one rep and the end of a set, or what is said to this kind of block."""
        if kind != "set":
            said = {"turn": page.context["turn"], **self.says.get(kind, {}), **says}
            return self.client.post(page.context["urls"]["step"], said)
        rep = {"rep": page.context["rep"], "number": 1, "verdict": "perfect"}
        self.client.post(page.context["urls"]["reps"], rep)
        return self.client.post(page.context["urls"]["completion"])

    def to_the_end(self):
        for _page in self.pages():
            pass
        return self.client.get(reverse("summary", args=[self.workout]))
