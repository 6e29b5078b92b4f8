# SPDX-License-Identifier: Apache-2.0
"""What editors show while strategies and rulesets are written, by the Language Server Protocol."""
