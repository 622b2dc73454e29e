"""The colleague portal's addresses. None holds anything personal: a customer is a random id."""

from django.urls import path

from . import (
    agreeing,
    contacts,
    correcting,
    customer,
    danger,
    doing,
    finding,
    instructions,
    letters,
    opening_pages,
    team,
    work_pages,
)

urlpatterns = [
    path("", work_pages.my_work, name="colleague_work"),
    path("work/open", work_pages.act, name="colleague_act"),
    path("team", team.team, name="colleague_team"),
    path("team/away", team.away, name="colleague_away"),
    path("find", finding.find, name="colleague_find"),
    path("agree", agreeing.to_agree, name="colleague_agree"),
    path("instructions", instructions.every, name="colleague_instructions"),
    path("instructions/<slug:rule>", instructions.one, name="colleague_instruction"),
    path("danger", danger.danger, name="colleague_danger"),
    path("customers/<uuid:stream>/danger", danger.plan, name="colleague_plan"),
    path("customers/<uuid:stream>/danger/<slug:step>", danger.plan, name="colleague_plan_step"),
    path("customers/<uuid:stream>/danger/<slug:step>/notes", danger.notes, name="colleague_plan_notes"),
    path("customers/<uuid:stream>/open", opening_pages.open_page, name="colleague_open"),
    path("customers/<uuid:stream>", customer.page, name="colleague_customer"),
    path("customers/<uuid:stream>/timeline", customer.timeline_page, name="colleague_timeline"),
    path("customers/<uuid:stream>/can-do", customer.can_do_page, name="colleague_can_do"),
    path("customers/<uuid:stream>/letters/<int:number>.pdf", letters.pdf, name="colleague_letter"),
    path("customers/<uuid:stream>/looks", customer.looks_page, name="colleague_looks"),
    path("customers/<uuid:stream>/restricted", customer.restricted_page, name="colleague_restricted"),
    path("customers/<uuid:stream>/do/<slug:name>", doing.do_page, name="colleague_do"),
    path("customers/<uuid:stream>/correct/<int:number>", correcting.correct, name="colleague_correct"),
    path("customers/<uuid:stream>/work/<str:duty>", doing.duty_page, name="colleague_duty"),
    path("customers/<uuid:stream>/contact", contacts.contact_page, name="colleague_contact"),
    path("customers/<uuid:stream>/contact/start", contacts.start, name="colleague_contact_start"),
    path("customers/<uuid:stream>/contact/notes", contacts.notes, name="colleague_contact_notes"),
    path("customers/<uuid:stream>/contact/questions", contacts.questions, name="colleague_contact_questions"),
    path("customers/<uuid:stream>/contact/end", contacts.end, name="colleague_contact_end"),
]
