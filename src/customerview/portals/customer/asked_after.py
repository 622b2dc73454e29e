"""Forms that were sent because of a need: we ask, once there was time for them to arrive and be read, whether they reached and served."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from customerview.instructions.letters_and_notifications.sending_facts import FormAskedAfter
from customerview.kernel import Words
from customerview.portals.layout import t

from .own import Own

DUTY = "ask_after_other_form"
DID_IT = Words(
    "Tell us whether it reached you and you could use it: {form:any_form}",
    "Dywedwch wrthym a wnaeth eich cyrraedd ac a allech ei ddefnyddio: {form:any_form}",
)


def asked_after(own: Own) -> list[dict[str, str]]:
    """What is to be asked now, each with the page where it is answered."""
    asks = [_ask(own, owed.per) for owed in own.record.duties.begun(own.today) if owed.duty == DUTY]
    return [one for one in asks if one]


def _ask(own: Own, form: str) -> dict[str, str]:
    sendings = own.record.sendings
    letter = next((one.letter for one in reversed(sendings.letters.values()) if one.form == form and one.state in ("sent", "posted")), "")
    about = {"letter": letter} if letter else {"form": form} if form in sendings.made else {}
    if not about or not own.told(FormAskedAfter(letter=letter, form=form, reached=False, usable=False)):
        return {}
    return {"words": t(DID_IT, form=form), "href": f"{reverse('customer:change', args=['ask_after_form'])}?{urlencode(about)}"}
