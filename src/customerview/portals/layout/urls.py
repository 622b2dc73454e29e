"""The one address that belongs to no portal: choosing a language."""

from django.urls import path

from customerview.identity import audience
from customerview.portals.layout import language

urlpatterns = [path("language", audience("public")(language.choose), name="language")]
