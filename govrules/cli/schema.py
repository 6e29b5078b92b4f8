# SPDX-License-Identifier: Apache-2.0
"""``govrules schema``."""

import json
from typing import Any

import click

from govrules.cli.options import Chosen, ruleset_options
from govrules.repository.run import open_for


@click.command("schema")
@click.argument("kind", type=click.Choice(["strategy", "ruleset", "report", "config", "waivers"]))
@ruleset_options
def command(kind: str, chosen: Chosen) -> None:
    """Write the JSON Schema (draft-07) of a kind of document to standard output.

    Sectors and fields that rulesets add (those of --ruleset and of the configuration) may be named in a strategy and
    a ruleset.
    An editor uses a schema once a document names it: # yaml-language-server: $schema=strategy.schema.json
    """
    # As bytes: neither the locale nor the platform changes a schema.
    click.echo((json.dumps(_schema(kind, chosen), indent=1, ensure_ascii=False) + "\n").encode(), nl=False)


def _schema(kind: str, chosen: Chosen) -> dict[str, Any]:
    # Each is imported only when asked for: building one costs more than checking a strategy.
    if kind == "strategy":
        from govrules.strategy.schema import strategy_schema

        return strategy_schema(open_for(chosen.settings()).shapes)
    if kind == "ruleset":
        from govrules.ruleset.schema import ruleset_schema

        return ruleset_schema(open_for(chosen.settings()).shapes)
    if kind == "report":
        from govrules.assessment.report import report_schema

        return report_schema()
    if kind == "config":
        from govrules.repository.config import config_schema

        return config_schema()
    from govrules.repository.waivers import waivers_schema

    return waivers_schema()
