"""The customer's pages, under /account/. No address holds anything about the person."""

from django.urls import path

from . import change, credentials, letters, messages, organisations, other_forms, proofs, satisfaction, share_codes, views, wallet

app_name = "customer"
urlpatterns = [
    path("", views.home, name="home"),
    path("benefits", views.benefits, name="benefits"),
    path("details", views.details, name="details"),
    path("support", views.support, name="support"),
    path("people", views.people, name="people"),
    path("looks", views.looks, name="looks"),
    path("history", views.history, name="history"),
    path("messages", messages.messages, name="messages"),
    path("messages/<int:number>", messages.message, name="message"),
    path("messages/<int:number>/open", messages.open_message, name="open_message"),
    path("letters", letters.letters, name="letters"),
    path("letters/<int:number>", letters.letter, name="letter"),
    path("<slug:kind>/<int:number>/forms", other_forms.forms, name="forms"),
    path("<slug:kind>/<int:number>/forms/<slug:form>", other_forms.in_form, name="in_form"),
    path("letters/<int:number>.pdf", letters.pdf, name="letter_pdf"),
    path("change/<slug:name>", change.begin, name="change"),
    path("change/<slug:name>/<int:number>", change.page, name="change_page"),
    path("change/<slug:name>/check", change.check, name="change_check"),
    path("change/<slug:name>/done", change.done, name="change_done"),
    path("proofs", proofs.proofs, name="proofs"),
    path("proofs/<int:number>", proofs.proof, name="proof"),
    path("proofs/<int:number>/ready", proofs.ready, name="proof_ready"),
    path("proofs/<int:number>/satisfaction", satisfaction.ask, name="proof_satisfaction"),
    path("proofs/<int:number>/code", share_codes.make, name="proof_code"),
    path("proofs/<int:number>/cancel", share_codes.cancel, name="proof_cancel"),
    path("proofs/<int:number>/credential", credentials.about, name="proof_credential"),
    path("proofs/<int:number>/credential/make", credentials.make, name="proof_credential_make"),
    path("proofs/<int:number>/wallet", wallet.make, name="proof_wallet"),
    path("proofs/<int:number>/credential/cancel", credentials.cancel, name="proof_credential_cancel"),
    path("proofs/organisation", organisations.find_for_proof, name="find_organisation"),
    path("proofs/<int:number>/send", organisations.send, name="send_proof"),
    path("proofs/<int:number>/withdraw", organisations.withdraw, name="withdraw_sending"),
    path("proofs/<int:number>/again", share_codes.again, name="proof_again"),
    path("proofs/<int:number>.pdf", proofs.pdf, name="proof_pdf"),
]
