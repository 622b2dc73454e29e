"""Where one signs in and out."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.sign_in, name="sign_in"),
    path("colleague", views.sign_in_colleague, name="sign_in_colleague"),
    path("organisation", views.sign_in_organisation, name="sign_in_organisation"),
    path("for-organisation", views.for_organisation, name="for_organisation"),
    path("back", views.back, name="signed_in_back"),
    path("match", views.match, name="match"),
    path("not-matched", views.not_matched, name="not_matched"),
    path("for-whom", views.for_whom, name="for_whom"),
    path("out", views.sign_out, name="sign_out"),
    path("ended", views.ended_elsewhere, name="signed_out_elsewhere"),
    path("timed-out", views.timed_out, name="signed_out_idle"),
    path("stay", views.stay, name="stay_signed_in"),
]
