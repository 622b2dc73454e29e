"""Stand-in service lines: separate systems, as the department's are, to try the platform against. They import nothing of it.

Each has a memory of its own; PIP and ESA are a process each, every other line of the directory shares one. A line receives what is shared
with it by signed webhook, confirms each once, acts once, answers what it is asked, and reports by the platform's API. It can be told to
be down, to repeat itself, to send out of order, to contradict, and what to answer. For demonstrations and tests only: it listens on this machine alone, and its people are made up.

    python -m service_lines SETTINGS.json
"""
