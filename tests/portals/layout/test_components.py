"""Components against the design system's own examples: its macros through our environment, and our thin ones."""

import json
import re

import pytest
from django.template import engines

from customerview.config.home import SOURCE

COMPONENTS = SOURCE / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"
NAMES = sorted(path.parent.name for path in COMPONENTS.glob("*/fixtures.json"))


def pages():
    return engines.all()[0].env


def same(text):
    """Two texts that differ only in blank space between tags, or in how a character is escaped, are the same to a reader."""
    text = re.sub(r"\s+", " ", text.replace("&#39;", "'").replace("&#34;", "&quot;"))
    return re.sub(r"\s*(<|>)\s*", r"\1", text).strip()


@pytest.mark.parametrize("name", NAMES)
def test_the_design_systems_macros_make_what_its_examples_show(name):
    macro = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    template = pages().from_string(
        f'{{% from "govuk_frontend_jinja/components/{name}/macro.html" import {macro} %}}{{{{ {macro}(options) }}}}'
    )
    for example in json.loads((COMPONENTS / name / "fixtures.json").read_text())["fixtures"]:
        assert same(template.render(options=example["options"])) == same(example["html"]), example["name"]


def example_of(component, name):
    examples = json.loads((COMPONENTS / component / "fixtures.json").read_text())["fixtures"]
    return next(example["html"] for example in examples if example["name"] == name)


def rendered(expression, **values):
    return pages().from_string(f'{{% import "layout/parts.html" as parts %}}{{{{ parts.{expression} }}}}').render(**values)


def without_ours(html):
    """Our table with what we add to it taken away: roles and labels, by which it can become a list."""
    html = re.sub(r' (role|data-label)="[^"]*"', "", html).replace(" cv-table--list", "")
    return re.sub(r'^\s*<div class="cv-table-wrap">|</div>\s*$', "", html.strip())


def test_our_table_is_the_design_systems_and_more():
    rows = [[{"text": "January"}, {"text": "£85"}, {"text": "£95"}], [{"text": "February"}, {"text": "£75"}, {"text": "£55"}]]
    head = [{"text": "Month you apply"}, {"text": "Bicycles", "numeric": True}, {"text": "Vehicles", "numeric": True}]
    ours = rendered("table('Months and rates', head, rows)", head=head, rows=rows)
    assert 'role="table"' in ours
    assert ours.count('data-label="Bicycles"') == 2
    options = {
        "caption": "Months and rates", "captionClasses": "govuk-table__caption--m",
        "head": [{"text": c["text"], "format": "numeric" if c.get("numeric") else None} for c in head],
        "rows": [[{"text": cell["text"], "format": "numeric" if head[i].get("numeric") else None} for i, cell in enumerate(row)] for row in rows],
    }  # fmt: skip
    macro = '{% from "govuk_frontend_jinja/components/table/macro.html" import govukTable %}{{ govukTable(options) }}'
    assert same(without_ours(ours)) == same(pages().from_string(macro).render(options=options))


def test_our_summary_list_is_the_design_systems():
    rows = [
        {"key": "Name", "value": "Firstname Lastname", "actions": [{"href": "#", "text": "Edit", "hidden": "name"}]},
        {"key": "Telephone number", "value": "020 1234 5678"},
    ]
    options = {
        "rows": [
            {"key": {"text": "Name"}, "value": {"text": "Firstname Lastname"},
             "actions": {"items": [{"href": "#", "text": "Edit", "visuallyHiddenText": "name"}]}},
            {"key": {"text": "Telephone number"}, "value": {"text": "020 1234 5678"}},
        ]
    }  # fmt: skip
    macro = '{% from "govuk_frontend_jinja/components/summary-list/macro.html" import govukSummaryList %}{{ govukSummaryList(options) }}'
    assert same(rendered("summary(rows)", rows=rows)) == same(pages().from_string(macro).render(options=options))


def test_our_tag_is_the_design_systems():
    assert same(rendered("tag('Alpha')")) == same(example_of("tag", "default"))
    assert same(rendered("tag('Red', 'red')")) == same(example_of("tag", "red"))
