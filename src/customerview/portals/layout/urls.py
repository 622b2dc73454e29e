"""The one address that belongs to no portal: choosing a language."""

from django.urls import path

from customerview.portals.layout import language

urlpatterns = [path("language", language.choose, name="language")]
