# SPDX-License-Identifier: Apache-2.0
"""``govrules schema``."""

import json

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(["report"]))
def command(kind: str) -> None:
    """Write the JSON Schema of a report to standard output."""
    from govrules.assessment.report import report_schema

    click.echo(json.dumps(report_schema(), indent=2))
