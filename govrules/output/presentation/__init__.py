# SPDX-License-Identifier: Apache-2.0
"""What all outputs share: the words for what a report says in codes, its sentences, and how text is made harmless.

Nothing is worded in two outputs. ``words`` has the terms (verdicts, severities, owners), ``numbers`` counts and lists,
``rules`` and ``evidence`` what there is to say of a rule and of what decided a verdict, ``answer`` whether the launch
may go ahead, ``waived_and_known`` what stands beside a finding, ``report`` the parts of a report. All of these are
plain text: an output puts it through ``escaping`` or ``markdown``, and decides how it looks.
"""
