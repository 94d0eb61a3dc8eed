"""What sign-up asks besides address and password."""

from typing import Any

from django import forms
from django.http import HttpRequest


class Named(forms.Form):
    """The name that others in an organisation see."""

    name = forms.CharField(label="Your name", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    field_order = ("name", "email", "password1")

    def signup(self, request: HttpRequest, user: Any) -> None:
        user.first_name = self.cleaned_data["name"]
        user.save(update_fields=["first_name"])
