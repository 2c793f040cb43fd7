"""What the commands tell about a language of the content."""


def report(catalogue, language):
    """Lines: how much is missing, which is shown in the base language; and each translation that is
    out of date, which is shown as it is until somebody looks at it."""
    missing = len(catalogue.missing(language))
    outdated = [each for each in catalogue.outdated if each.language == language]
    total = len(catalogue.texts)
    yield f"{language}: {missing} of {total} texts missing, {len(outdated)} out of date."
    for translation in outdated:
        what = "out of date" if translation.key in catalogue.texts else "its text is gone"
        yield f"  {what}: {translation.kind} {translation.slug}, {translation.path}"
