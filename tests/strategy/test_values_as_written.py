# SPDX-License-Identifier: Apache-2.0
"""Values as people write them: taken where one reading is possible, asked back where two are."""

from typing import Any

import pytest

from govrules import parse_strategy
from govrules.source.errors import InputError

ORGANISATION = "organisation: {name: Bolt, "


def read(field: str, written: str) -> Any:
    """The value of a field such as ``organisation.employees`` in a document that writes it so."""
    *group, name = field.split(".")
    text = f"{{{name}: {written}}}"
    if group == ["organisation"]:
        text = ORGANISATION + f"{name}: {written}}}"
    else:
        text = "organisation: {name: Bolt}\n" + (f"{group[0]}: {text}" if group else f"{name}: {written}")
    found: Any = parse_strategy(f"title: Plan\n{text}\n").strategy
    for step in field.split("."):
        found = getattr(found, step)
    return found


def complaint(field: str, written: str) -> str:
    with pytest.raises(InputError) as refused:
        read(field, written)
    [problem] = refused.value.problems
    return f"{problem.message} ({problem.hint})"


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("markets", "[USA, United States, UK, great britain, Norway]", ("US", "US", "GB", "GB", "NO")),
        ("markets", "[NO]", ("NO",)),
        ("organisation.listed_in", "[U.S.]", ("US",)),
        ("organisation.public_body", "Yes", True),
        ("organisation.public_body", "NO", False),
        ("organisation.hipaa_status", "Covered entity", "covered-entity"),
        ("organisation.sectors", "[Banking, broker dealer]", ("bank", "broker-dealer")),
        ("organisation.employees", '"9,000"', 9000),
        ("organisation.employees", '"9,000 people"', 9000),
        ("organisation.annual_revenue", "$1.2 million", 1_200_000),
        ("organisation.annual_revenue", "'USD 1,250.50'", 1250.5),
        ("organisation.annual_revenue", "£3bn", 3_000_000_000),
        ("launch_on", "March 12, 2027", "2027-03-12"),
        ("launch_on", "12th of Mar. 2027", "2027-03-12"),
        ("launch_on", "2027/3/12", "2027-03-12"),
        ("launch_on", "13/3/2027", "2027-03-13"),
        ("launch_on", "3/3/2027", "2027-03-03"),
    ],
)
def test_what_can_be_read_in_one_way_is_taken(field: str, written: str, value: object) -> None:
    found = read(field, written)
    assert (found.isoformat() if field == "launch_on" else found) == value


@pytest.mark.parametrize(
    ("field", "written", "readings"),
    [
        ("launch_on", "3/4/2027", "2027-04-03 or 2027-03-04"),
        ("organisation.employees", '"1.200"', None),
        ("organisation.annual_revenue", '"1.200"', "1.2 or 1200"),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_back(field: str, written: str, readings: str | None) -> None:
    if readings is None:
        # Nobody employs a fifth of a person, so a whole number has one reading.
        assert read(field, written) == 1200
        return
    assert complaint(field, written) == (
        f"'{field}' has two readings: '{written.strip(chr(34))}' can be {readings} (write the one that you mean)"
    )


def test_a_name_of_two_places_is_asked_back() -> None:
    with pytest.raises(InputError, match=r"<text>:3:15: 'markets\[2\]' has two readings: 'Georgia' can be GE or US-GA"):
        parse_strategy("title: Plan\norganisation: {name: Bolt}\nmarkets: [US, Georgia]\n")


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("markets", "[no]"),
        ("organisation.employees", "many"),
        ("organisation.employees", '"9,00"'),
        ("organisation.employees", "9000 hours"),
        ("organisation.employees", "$9000"),
        ("organisation.public_body", "maybe"),
        ("launch_on", "31 February 2027"),
        ("launch_on", "12.3.27"),
        ("launch_on", "Smarch 12, 2027"),
    ],
)
def test_what_is_no_reading_of_the_field_is_refused(field: str, written: str) -> None:
    assert "two readings" not in complaint(field, written)


def test_text_stays_as_it_is() -> None:
    assert read("author", "Yes") == "Yes"
    assert read("author", '"9,000"') == "9,000"
