# SPDX-License-Identifier: Apache-2.0
"""Passages of other documents (a policy, a contract) that stand behind answers: the evidence that reports show."""

from pydantic import Field

from govrules.strategy.base import Part, ask


class Passage(Part):
    """A passage, word for word, and the answer that it stands behind."""

    field: str = Field(description="Behind which answer does it stand? Its path, as reports write it.", min_length=1)
    quote: str = Field(description="What does it say, word for word?", min_length=1)
    document: str = Field(description="In which document does it stand? The file's name.", min_length=1)
    where: str | None = ask("Where does it stand in the document: page, heading or line?")
