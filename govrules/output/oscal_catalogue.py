# SPDX-License-Identifier: Apache-2.0
"""Rulesets as an OSCAL catalog: a group for each ruleset, a control for each rule, its parameters, and its remedy."""

from collections.abc import Iterator
from typing import Any

import yaml

from govrules.assessment.rule_record import rule_record
from govrules.output.oscal import as_json, line, made_from, metadata, prop, rule_links, rule_props, token
from govrules.output.presentation.escaping import safe
from govrules.output.presentation.rules import unsettled
from govrules.output.presentation.words import CURRENT_POSITION, OUTDATED_VIEW
from govrules.ruleset.rule import Rule, Ruleset, Rulesets
from govrules.version import VERSION


def oscal_catalogue(rulesets: Rulesets) -> str:
    """Write the rules of rulesets as one catalog; the same rulesets give the same bytes."""
    digests = [f"{ruleset.id} {ruleset.text.version} {ruleset.source.digest}" for ruleset in rulesets]
    chosen = [ruleset for ruleset in rulesets if rulesets.rule_ids(ruleset)]
    described = metadata("Rulesets of govrules", max(ruleset.text.reviewed for ruleset in rulesets), VERSION)
    described["props"] += [prop("ruleset", digest) for digest in digests]
    catalog = {
        "uuid": made_from("catalog", *digests),
        "metadata": described,
        "groups": [_group(ruleset, rulesets) for ruleset in chosen],
    }
    return as_json({"catalog": catalog})


def _group(ruleset: Ruleset, rulesets: Rulesets) -> dict[str, Any]:
    return {
        "id": token(ruleset.id.replace("/", "-")),
        "class": "ruleset",
        "title": line(ruleset.text.title),
        "props": [
            prop("ruleset", ruleset.id),
            prop("version", ruleset.text.version),
            prop("reviewed", ruleset.text.reviewed.isoformat()),
        ],
        "controls": [_control(rulesets.rules[name]) for name in rulesets.rule_ids(ruleset) if name in rulesets.rules],
    }


def _control(rule: Rule) -> dict[str, Any]:
    name, record = token(rule.id), rule_record(rule)
    control: dict[str, Any] = {"id": name, "class": "rule", "title": line(record.title)}
    parameters = [
        {
            "id": token(f"{rule.id}_prm_{key}"),
            "label": line(key),
            "usage": line(f"In {parameter.unit}. {parameter.source}"),
            "values": [line(str(parameter.value))],
        }
        for key, parameter in rule.text.parameters.items()
    ]
    if parameters:
        control["params"] = parameters
    control["props"] = [
        *rule_props(record),
        *(prop("sector", sector) for sector in record.sectors),
        prop("remedy-owner", record.remedy.owner),
        prop("remedy-effort-estimate", record.remedy.effort),
    ]
    return control | rule_links(record) | {"parts": list(_parts(rule, name))}


def _parts(rule: Rule, name: str) -> Iterator[dict[str, Any]]:
    text = rule.text
    yield {"id": f"{name}_smt", "name": "statement", "prose": line(text.title)}
    condition = {"subject": text.subject, "when": text.when, "require": text.require}
    asked = yaml.safe_dump({key: value for key, value in condition.items() if value is not None}, sort_keys=False)
    yield {
        "id": f"{name}_obj",
        "name": "assessment-objective",
        "title": "What is looked for in a strategy",
        "prose": safe(asked).rstrip("\n"),
    }
    guidance = [f"Remedy: {text.remedy.do}"]
    if text.outdated_view and text.current_position:
        guidance += [f"{OUTDATED_VIEW}: {text.outdated_view}", f"{CURRENT_POSITION}: {text.current_position}"]
    if text.note:
        guidance.append(text.note)
    if text.status:
        guidance.append(": ".join(unsettled(text.status)))
    yield {"id": f"{name}_gdn", "name": "guidance", "prose": "\n\n".join(map(line, guidance))}
