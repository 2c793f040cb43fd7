"""The screens that everything has to fit on."""

PHONE = {"width": 390, "height": 844}
ON_ITS_SIDE = {"width": 844, "height": 390}
WIDE = {"width": 1280, "height": 800}
SMALLEST = {"width": 320, "height": 568}
SCREENS = {"phone": PHONE, "on-its-side": ON_ITS_SIDE, "wide": WIDE}

# Two frames, so that what watches its own size has seen it.
FRAMES = """() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
})"""


def each_size(page, sizes):
    """Shows the page in each of these sizes in turn, names them, and goes back to where it was."""
    own = page.viewport_size
    for name, size in sizes.items():
        page.set_viewport_size(size)
        page.evaluate(FRAMES)
        yield name
    page.set_viewport_size(own)
