"""Stand-in service lines: separate systems, as the department's are, to try the platform against. They import nothing of it.

Each is a process with a memory of its own. It receives what is shared with it by signed webhook, confirms each once, acts once,
and reports what it did by the platform's API. It can be told to be down, to repeat itself, to send out of order, and to
contradict. For demonstrations and tests only: it listens on this machine alone, and its people are made up.

    python -m service_lines SETTINGS.json
"""
