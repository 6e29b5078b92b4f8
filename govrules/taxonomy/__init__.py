# SPDX-License-Identifier: Apache-2.0
"""The jurisdictions and sectors the product knows, and which of them covers which.

Both hierarchies are data, in ``jurisdictions.yaml`` and ``sectors.yaml`` beside this module, and are read once. This is
the lowest layer: it knows nothing of rules, strategies or organisations, and it does not decide whether a rule applies.
"""

from govrules.taxonomy.data import EVERYWHERE, jurisdictions, jurisdictions_called, not_sectors, sector_alias, sectors
from govrules.taxonomy.tree import Tree

__all__ = ["EVERYWHERE", "Tree", "jurisdictions", "jurisdictions_called", "not_sectors", "sector_alias", "sectors"]
