"""Six point plan.

What is done, one step at a time, when somebody may take their life or harm themselves: by whoever hears it, at once. The words
of the steps need clinical sign-off before they are used with real people.
"""
