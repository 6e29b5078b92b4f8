# SPDX-License-Identifier: Apache-2.0
"""Checks strategies by the hundred thousand: records of JSON lines in, rows of verdicts out."""
