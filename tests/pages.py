"""What a page says, however its lines are broken."""


def text(response):
    return " ".join(response.content.decode().split())
