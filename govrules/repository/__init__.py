# SPDX-License-Identifier: Apache-2.0
"""The check of a repository of policies: its configuration, its files, many at once, and what was there before.

It decides what is checked and with what; what a strategy is worth is judged by ``assessment``.
"""
