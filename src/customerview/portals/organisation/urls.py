"""Organisations, under /organisations/. The code an organisation is known by is sent in the body, never in an address."""

from django.urls import path

from . import inbox, people, staff, views

app_name = "organisation"
urlpatterns = [
    path("", views.sign_up, name="sign_up"),
    path("status", views.status, name="status"),
    path("ended", staff.ended, name="ended"),
    path("desk/", staff.desk, name="desk"),
    path("back", people.back, name="people_back"),
    path("desk/people", people.people, name="people"),
    path("desk/people/<uuid:person>", people.open_person, name="open_person"),
    path("desk/inbox", inbox.inbox, name="inbox"),
    path("desk/inbox/find", inbox.find, name="find_sent"),
    path("desk/inbox/<slug:sending>", inbox.sent, name="sent"),
    path("desk/inbox/<slug:sending>/open", inbox.open_sent, name="open_sent"),
    path("desk/inbox/<slug:sending>/pdf", inbox.pdf, name="sent_pdf"),
    path("desk/inbox/<slug:sending>/deal", inbox.deal, name="deal_with_sent"),
    path("desk/inbox/<slug:sending>/assign", inbox.assign, name="assign_sent"),
    path("desk/staff", staff.staff, name="staff"),
    path("desk/staff/invite", staff.invite, name="invite"),
    path("desk/staff/<slug:code>/may", staff.staff_may, name="staff_may"),
    path("desk/staff/<slug:code>/remove", staff.remove, name="remove"),
    path("desk/keys", staff.keys, name="keys"),
    path("desk/keys/stop", staff.stop_key, name="stop_key"),
    path("desk/history", staff.history, name="history"),
]
