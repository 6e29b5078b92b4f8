# SPDX-License-Identifier: Apache-2.0
"""Pages in Markdown for a documentation site: a page per rule with indexes, and the reference of the language.

Everything that comes from a ruleset is escaped; the same rulesets give the same pages, byte for byte.
"""

from govrules.output.catalogue.reference import reference
from govrules.output.catalogue.site import catalogue

__all__ = ["catalogue", "reference"]
