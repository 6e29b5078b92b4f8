# SPDX-License-Identifier: Apache-2.0
"""Fields that the model computes, and that they are unknown for as long as what they rest on could change them."""

from datetime import date

import pytest

from govrules.strategy.business import BusinessCase, Metric, Objective, Resourcing, Role, newest
from govrules.strategy.document import Strategy
from govrules.strategy.governance import RetentionClass


@pytest.mark.parametrize(
    ("years", "required", "shortfall"),
    [(3, 6, 3), (6, 6, 0), (7, 6, 0), (0, 2.5, 2.5), (None, 6, None), (3, None, None), (None, None, None)],
)
def test_the_years_by_which_records_are_kept_too_short(years, required, shortfall):
    assert RetentionClass(years=years, required_years=required).shortfall_years == shortfall


@pytest.mark.parametrize(
    ("kind", "vanity", "outcome"),
    [
        ("outcome", False, True),
        ("impact", False, True),
        ("outcome", True, False),
        ("impact", None, None),
        ("output", False, False),
        ("out-take", None, False),
        ("input", None, False),
        (None, True, False),
        (None, False, None),
        (None, None, None),
    ],
)
def test_a_business_outcome_is_an_outcome_or_impact_that_is_no_vanity_count(kind, vanity, outcome):
    assert Metric(kind=kind, vanity=vanity).business_outcome is outcome


SALES = Metric(kind="outcome", vanity=False, in_money=True)
TRUST = Metric(kind="impact", vanity=False, in_money=False)
LIKES = Metric(kind="outcome", vanity=True)
POSTS = Metric(kind="output")
UNSAID = Metric()


def case(*groups):
    return BusinessCase(objectives=[Objective(metrics=group) for group in groups])


@pytest.mark.parametrize(
    ("groups", "percent", "in_money"),
    [
        ([(SALES, TRUST), (LIKES, POSTS)], 50, 1),
        ([(SALES,), (SALES,)], 100, 2),
        ([(LIKES,), ()], 0, 0),
        ([(SALES, LIKES, POSTS)], 100 / 3, 1),
        ([()], None, 0),
        ([], None, 0),
        ([(SALES, UNSAID)], None, None),
        ([(SALES,), None], None, None),
    ],
)
def test_business_metrics_over_all_objectives(groups, percent, in_money):
    assert case(*groups).business_metrics_percent == pytest.approx(percent) or percent is None
    assert (case(*groups).business_metrics_percent is None) == (percent is None)
    assert case(*groups).money_outcomes == in_money


@pytest.mark.parametrize(
    ("metric", "in_money"),
    [
        (Metric(kind="outcome", vanity=False), None),
        (Metric(kind="outcome", in_money=True), None),
        (Metric(in_money=False), 0),
        (Metric(kind="outcome", in_money=False), 0),
        (Metric(kind="output", in_money=True), 0),
        (Metric(vanity=True, in_money=True), 0),
        (Metric(in_money=True), None),
    ],
)
def test_money_is_decided_where_what_is_stated_decides_it(metric, in_money):
    assert case((metric,)).money_outcomes == in_money


def test_without_objectives_nothing_is_known_of_metrics():
    assert BusinessCase().business_metrics_percent is None
    assert BusinessCase().money_outcomes is None


@pytest.mark.parametrize(
    ("benefit", "cost", "net"), [(300, 100, 200), (100, 300, -200), (0, 0, 0), (None, 100, None), (300, None, None)]
)
def test_the_net_benefit_of_a_year(benefit, cost, net):
    assert BusinessCase(benefit_per_year=benefit, cost_per_year=cost).net_benefit_per_year == net


@pytest.mark.parametrize(
    ("roles", "fte"),
    [
        ([Role(fte=1), Role(fte=0.5)], 1.5),
        ([Role(fte=0)], 0),
        ([], 0),
        ([Role(fte=1), Role()], None),
        (None, None),
    ],
)
def test_full_time_equivalents_are_summed(roles, fte):
    assert Resourcing(roles=roles).fte == fte


OLD, NEW = date(2020, 5, 1), date(2026, 10, 1)


@pytest.mark.parametrize(
    ("days", "expected"),
    [([OLD, NEW], NEW), ([NEW, OLD], NEW), ([OLD], OLD), ([], None), ([None], None), ([OLD, None], None)],
)
def test_the_newest_day_is_unknown_while_one_is_unstated(days, expected):
    assert newest(days) == expected


def test_the_newest_research_of_a_strategy():
    def strategy(**more):
        return Strategy(title="T", organisation={"name": "Acme"}, **more)

    assert strategy(research=[{"published_on": OLD}, {"published_on": NEW}]).newest_research == NEW
    assert strategy(research=[{"published_on": NEW}, {"title": "Undated"}]).newest_research is None
    assert strategy(research=[]).newest_research is None
    assert strategy().newest_research is None
