"""Texts in other languages, each beside the base text that it was made from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Translation(models.Model):
    """One text of one thing in one language. `path` leads to it: instructions/2/text."""

    language = models.SlugField(_("language"), max_length=20)
    kind = models.SlugField(_("kind"), max_length=20)
    slug = models.SlugField(_("slug"), max_length=60)
    path = models.CharField(_("which text"), max_length=200)
    source = models.TextField(_("base text it was made from"))
    text = models.TextField(_("translation"))

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering = ["language", "kind", "slug", "path"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "kind", "slug", "path"], name="translation_once"
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="translation_says_something"),
        ]

    def __str__(self):
        return f"{self.language}: {self.kind} {self.slug}, {self.path}"
