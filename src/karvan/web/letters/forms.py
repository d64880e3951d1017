"""What is entered about the words of a letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import Language
from karvan.web.frame.forms import Form
from karvan.web.letters.enums import LetterName, placeholders
from karvan.web.letters.queries import BRACES, Wording


class WordingForm(Form):
    """Subject and text, with placeholders in braces; written in the direction of the letter's language."""

    words = "wording"
    subject = forms.CharField(max_length=300, widget=forms.TextInput)
    text = forms.CharField(max_length=8000, widget=forms.Textarea(attrs={"rows": 16}))
    revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, lang: str, letter: LetterName, written_in: Language, wording: Wording
    ) -> None:
        initial = {"subject": wording.subject, "text": wording.text, "revision": wording.revision}
        super().__init__(data, lang=lang, initial=initial)
        for name in ("subject", "text"):
            self.fields[name].widget.attrs |= {"dir": written_in.direction, "lang": written_in.code}
        self._placeholders = set(placeholders(letter))

    def _known(self, name: str) -> str:
        """Refuse a placeholder that nothing fills in."""
        text = str(self.cleaned_data[name])
        if set(BRACES.findall(text)) - self._placeholders:
            raise ValidationError("", code="placeholder")
        return text

    def clean_subject(self) -> str:
        """Refuse unknown placeholders."""
        return self._known("subject")

    def clean_text(self) -> str:
        """Refuse unknown placeholders."""
        return self._known("text")

    @property
    def wording(self) -> Wording:
        """What was entered."""
        entered = self.cleaned_data
        return Wording(entered["subject"], entered["text"], entered["revision"] or 0)
