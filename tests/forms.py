"""What a browser would send of a form that nobody has touched."""

from html.parser import HTMLParser


def untouched(page: str, form: str) -> dict[str, list[str]]:
    """The fields of the form with this id, {name: [value, …]}, as a browser sends them."""
    reader = _Reader(form)
    reader.feed(page)
    reader.close()
    return reader.fields


class _Reader(HTMLParser):
    def __init__(self, form):
        super().__init__()
        self.form, self.inside, self.fields = form, False, {}
        self.select, self.options, self.area = None, [], None

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "form":
            self.inside = said.get("id") == self.form
        elif not self.inside:
            return
        elif tag == "input":
            self.read_input(said)
        elif tag == "select":
            self.select, self.options = said, []
        elif tag == "option":
            self.options.append((said.get("value", ""), "selected" in said))
        elif tag == "textarea":
            self.area = (said["name"], [])

    def read_input(self, said):
        kind = said.get("type", "text")
        if "name" not in said or kind in ("submit", "button", "image", "file", "reset"):
            return
        if kind in ("checkbox", "radio"):
            if "checked" in said:
                self.keep(said["name"], said.get("value", "on"))
            return
        self.keep(said["name"], said.get("value", ""))

    def handle_data(self, text):
        if self.area:
            self.area[1].append(text)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.area:
            name, parts = self.area
            # The first line break belongs to the markup; those that are sent are two characters.
            text = "".join(parts).removeprefix("\n")
            self.keep(name, text.replace("\r\n", "\n").replace("\n", "\r\n"))
            self.area = None
        elif tag == "select" and self.select:
            chosen = [value for value, selected in self.options if selected]
            if not chosen and "multiple" not in self.select and self.options:
                chosen = [self.options[0][0]]
            for value in chosen:
                self.keep(self.select["name"], value)
            self.select = None

    def keep(self, name, value):
        self.fields.setdefault(name, []).append(value)
