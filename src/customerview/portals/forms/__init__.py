"""Forms made from an action's declaration, for every portal: GOV.UK components, every mistake at once, nothing lost.

One page, one action (a colleague's form):

    from customerview.portals.forms import Form, carry_out

    form = Form(AnswerMessage, record, known={"route": "post"}, given={"message": 12})       GET
    form = Form.posted(request, AnswerMessage, record, given={"message": 12})                POST
    done = carry_out(request, form, stream, cause="contact:…")
    if done is None:
        return render(request, "colleague/act.html", {"form": form}, status=form.status)
    return redirect(…)                                                     done.facts, done.proposed, done.again

The page's template:

    {% block title %}{{ form.page_title }} – {{ brand }}{% endblock %}
    {% block content %}{% include "forms/errors.html" %}<h1 …>{{ t(form.title) }}</h1>{% include "forms/form.html" %}{% endblock %}

- The record must be the one the page was made from: its number travels in the hidden `_seen`, with a `_key` that makes a double
  click harmless. What was typed is kept. Error summary, fields and <title> say what is wrong.
- `given` are values no box asks for (which message, which award): they come from the page's address and are never read from
  what was posted. A field declared `hidden=True` that is not given travels in a hidden box.
- `form.outcomes` are the guards' sentences when it may not be done now: forms/errors.html says them, and offers the reason or
  the second person where that is what is missing. `form.news` are newer facts to be confirmed.
- `request.actor` and `request.access` are set by identity's middleware.
- `Form(…, only=("line1", "postcode"))` asks some of the questions; several pages, check answers and confirmation are `Steps`.
"""

from .asking import Question, clock, questions, read
from .doing import carry_out, do
from .form import Form
from .read_back import as_typed, in_their_words
from .steps import Page, Steps, reference

__all__ = [
    "Form",
    "Page",
    "Question",
    "Steps",
    "as_typed",
    "carry_out",
    "clock",
    "do",
    "in_their_words",
    "questions",
    "read",
    "reference",
]
