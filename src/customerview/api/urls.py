"""The addresses of the API. No personal data is ever part of one."""

from django.urls import path, re_path

from . import (
    actions,
    checks,
    customers,
    deaths,
    feed,
    inbox,
    notify,
    openapi,
    payments,
    presented,
    problems,
    search,
    tokens,
    wallets,
)

urlpatterns = [
    path("oauth/token", tokens.token, name="token"),
    path("api/v1/openapi.json", openapi.document, name="openapi"),
    path("api/v1/actions", actions.actions, name="api-actions"),
    path("api/v1/death-notifications", deaths.deaths, name="api-deaths"),
    path("api/v1/payments", payments.payments, name="api-payments"),
    path("api/v1/proofs/check", checks.checks, name="api-check"),
    path("api/v1/proofs/credential", presented.credentials, name="api-credential"),
    path("api/v1/inbox", inbox.inbox, name="api-inbox"),
    path("api/v1/inbox/open", inbox.inbox_open, name="api-inbox-open"),
    path("api/v1/inbox/acknowledge", inbox.inbox_acknowledge, name="api-inbox-acknowledge"),
    path("api/v1/facts", feed.facts, name="api-facts"),
    path("api/v1/customers/search", search.search, name="api-search"),
    path("api/v1/customers", customers.customers, name="api-customers"),
    path("api/v1/customers/<uuid:customer>", customers.customer, name="api-customer"),
    path("api/v1/customers/<uuid:customer>/duties", customers.duties, name="api-duties"),
    path("api/v1/customers/<uuid:customer>/actions/<slug:action>", customers.action, name="api-action"),
    path("notify/receipts", notify.receipt, name="notify-receipts"),
    path("notify/returned-letters", notify.returned, name="notify-returned"),
    path("wallet/offers/<str:handle>", wallets.offers, name="wallet-offer"),
    path("wallet/nonce", wallets.nonces, name="wallet-nonce"),
    path("wallet/credential", wallets.credentials, name="wallet-credential"),
    re_path(r"^(?:api|oauth|wallet)(?:/|$)", problems.nowhere),
]
