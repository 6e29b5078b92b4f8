# SPDX-License-Identifier: Apache-2.0
"""Reads a document (YAML, JSON, Markdown with front matter) and knows where everything in it stands.

It knows nothing of strategies or rules; other packages give the data its meaning.
"""

from govrules.source.document import Pointer, Source
from govrules.source.errors import InputError, Place, Problem
from govrules.source.read import read, read_text
from govrules.source.suggest import did_you_mean

__all__ = ["InputError", "Place", "Pointer", "Problem", "Source", "did_you_mean", "read", "read_text"]
