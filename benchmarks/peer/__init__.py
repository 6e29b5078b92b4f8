# SPDX-License-Identifier: Apache-2.0
"""Rule engines that are measured side by side: one neutral list of rules, and what each engine makes of it.

Run by benchmarks/peers.py.
"""
