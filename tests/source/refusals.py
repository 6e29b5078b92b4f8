# SPDX-License-Identifier: Apache-2.0
"""What reading a text refuses."""

import pytest

from govrules.source import InputError, Problem, read_text


def only_problem(text: str, form: str) -> Problem:
    """The only problem of a text of this form; it has a place and a way out."""
    with pytest.raises(InputError) as caught:
        read_text(text, file=f"s.{form}", format=form)
    (only,) = caught.value.problems
    assert only.place is not None
    assert only.hint
    return only
