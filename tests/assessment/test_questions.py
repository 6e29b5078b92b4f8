# SPDX-License-Identifier: Apache-2.0
"""Questions: what the document leaves open, merged by field, in the order of the document."""

from bundled import bundled

from govrules import Strategy, check, parse_strategy
from govrules.strategy.fields import StrategyShapes


def test_the_same_field_of_three_channels_is_one_question_that_names_them(judge, rule):
    rules = (
        rule("keep", {"archive.enabled": True}, subject="channels", severity="minor"),
        rule("also", {"archive.enabled": True}, subject="channels"),
    )
    channels = (
        "channels: [{name: A}, {name: B, archive: {enabled: true}}, {name: C, archive: {years: 3}}, {purpose: P}]"
    )
    report = judge(channels, *rules)
    [question] = report.questions
    assert question.field == "channels.archive.enabled"
    assert question.asked_of == ("A", "C", "channels[4]")
    assert sorted(question.rules) == ["also", "keep"]
    assert question.severity == "major"
    assert question.location.line == 3
    assert report.summary.questions == 1
    assert report.summary.unanswered == 2


def test_a_list_that_is_not_stated_is_one_question(judge, rule):
    rules = [rule(f"r{number}", {"archive.enabled": True}, subject="channels") for number in range(3)]
    [question] = judge("", *rules).questions
    assert (question.field, question.asked_of, question.text) == ("channels", (), "Which channels does it use?")
    assert question.rules == ("r0", "r1", "r2")


def test_an_incomplete_list_is_asked_for_where_its_other_elements_would_decide(judge, rule):
    require = {"strategy.channels": {"some": {"visibility": "public"}}}
    document = "incomplete: [channels]\nchannels: [{name: A, visibility: private}]"
    report = judge(document, rule("one", require))
    assert [(question.field, question.rules) for question in report.questions] == [("channels", ("one",))]
    [finding] = report.findings
    assert [evidence.field for evidence in finding.evidence] == ["channels"]
    assert judge(document.replace("private", "public"), rule("one", require)).questions == ()


def test_an_element_of_a_nested_list_is_named(judge, rule):
    require = {"business_case.objectives": {"every": {"metrics": {"every": {"baseline": {"at_least": 0}}}}}}
    objectives = "business_case: {objectives: [{name: Sell, metrics: [{name: Sales}, {name: Leads, baseline: 1}]}]}"
    [question] = judge(objectives, rule("base", require)).questions
    assert question.field == "business_case.objectives.metrics.baseline"
    assert question.asked_of == ("Sales",)


def test_a_computed_field_asks_for_what_it_rests_on(judge, rule):
    report = judge(
        "business_case: {cost_per_year: 3}", rule("net", {"business_case.net_benefit_per_year": {"at_least": 0}})
    )
    fields = {question.field for question in report.questions}
    assert "business_case.benefit_per_year" in fields
    assert "business_case.net_benefit_per_year" not in fields
    assert fields == {"business_case.benefit_per_year"}, "what is stated is not asked again"


def test_every_computed_field_rests_on_fields_that_can_be_stated():
    def walk(shape, seen):
        if shape in seen:
            return
        seen.add(shape)
        for attribute in shape.attributes.values():
            for name in attribute.rests_on:
                assert name in shape.model.model_fields, f"{shape.name}.{attribute.name}"
            if attribute.name in shape.model.model_computed_fields:
                assert attribute.rests_on, f"{shape.name}.{attribute.name}"
            if attribute.type.part is not None:
                walk(attribute.type.part, seen)

    walk(StrategyShapes().root, set())


def test_sections_are_in_the_order_of_the_model_and_weighty_questions_first(judge, rule):
    rules = (
        rule("research", {"newest_research": {"within_days": 31}}),
        rule("light", {"governance.ai_rules": True}, severity="advice"),
        rule("heavy", {"governance.crisis.plan": True}, severity="showstopper"),
        rule("channels", {"archive.enabled": True}, subject="channels"),
        rule("author", {"author": {"given": True}}, severity="minor"),
        rule("seat", {"organisation.charity": True}),
    )
    questions = judge("", *rules).questions
    assert [question.field for question in questions] == [
        "organisation.charity",
        "author",
        "channels",
        "governance.crisis.plan",
        "governance.ai_rules",
        "research",
    ]
    order = list(Strategy.model_fields)
    sections = [order.index(question.section) for question in questions]
    assert sections == sorted(sections)


def test_choices_and_unit_are_told(judge, rule):
    rules = (
        rule("hours", {"governance.security.leaver_removal_hours": {"at_most": 24}}),
        rule("size", {"organisation.adviser_registration": "sec"}),
        rule("yes", {"governance.crisis.plan": True}),
    )
    found = {question.field: question for question in judge("", *rules).questions}
    assert found["governance.security.leaver_removal_hours"].unit == "hours"
    assert found["organisation.adviser_registration"].choices == ("sec", "state", "exempt-reporting", "none")
    assert (found["governance.crisis.plan"].unit, found["governance.crisis.plan"].choices) == (None, ())


def test_an_unknown_trigger_is_asked_before_what_is_required(judge, rule):
    one = rule("one", {"archive.enabled": True}, subject="channels", when={"visibility": "public"})
    [question] = judge("channels: [{name: A}]", one).questions
    assert question.field == "channels.visibility"
    assert judge("channels: [{name: A, archive: {enabled: true}}]", one).questions == ()
    [question] = judge("channels: [{name: A, visibility: public}]", one).questions
    assert question.field == "channels.archive.enabled"


def test_a_rule_that_waits_for_the_markets_asks_for_them(judge, rule):
    [question] = judge("", rule("us", {"author": {"given": True}}, jurisdiction="US")).questions
    assert question.field == "markets"


def test_answering_every_question_leaves_none(judge, rule):
    rules = rule("plan", {"governance.crisis.plan": True}), rule("gb", {"author": {"given": True}}, jurisdiction="GB")
    assert len(judge("", *rules).questions) == 2
    assert judge("markets: [GB]\nauthor: A\ngovernance: {crisis: {plan: false}}", *rules).questions == ()


def test_no_question_of_the_bundled_rules_is_asked_twice():
    opening = "title: T\norganisation: {name: O, sectors: [bank, hospital]}\nmarkets: [US]\n"
    report = check(parse_strategy(opening + "channels: [{name: A}, {name: B}]\n"), bundled())
    fields = [question.field for question in report.questions]
    assert len(fields) == len(set(fields))
    assert all(question.text and question.rules for question in report.questions)
    assert all(question.section == question.field.split(".")[0] for question in report.questions)
