# SPDX-License-Identifier: Apache-2.0
"""Formats: each a module with one function from reports to text. A format decides nothing."""
