# SPDX-License-Identifier: Apache-2.0
"""``govrules schema``."""

import json
from typing import Any

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(["strategy", "ruleset", "report"]))
def command(kind: str) -> None:
    """Write the JSON Schema (draft-07) of a strategy, a ruleset or a report to standard output.

    An editor uses it once a document names it: # yaml-language-server: $schema=strategy.schema.json
    """
    # As bytes: neither the locale nor the platform changes a schema.
    click.echo((json.dumps(_schema(kind), indent=1, ensure_ascii=False) + "\n").encode(), nl=False)


def _schema(kind: str) -> dict[str, Any]:
    # Each is imported only when asked for: building one costs more than checking a strategy.
    if kind == "strategy":
        from govrules.strategy.schema import strategy_schema

        return strategy_schema()
    if kind == "ruleset":
        from govrules.ruleset.schema import ruleset_schema

        return ruleset_schema()
    from govrules.assessment.report import report_schema

    return report_schema()
