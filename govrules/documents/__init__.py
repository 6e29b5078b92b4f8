# SPDX-License-Identifier: Apache-2.0
"""Documents that people already have (a policy, a slide deck), read as passages that can be searched and quoted.

They never become answers by themselves: whoever answers reads the passages, and a quote is checked word for word.
"""

from govrules.documents.read import SUFFIXES, OtherDocument, Stretch, read_document
from govrules.documents.search import Found, Library

__all__ = ["SUFFIXES", "Found", "Library", "OtherDocument", "Stretch", "read_document"]
