# SPDX-License-Identifier: Apache-2.0
"""Questionnaires in Excel and Word that come back: written for people, filled in by them, read into a strategy.

A form names each field in what its readers do not see, so that sheets and chapters may be moved and renamed. A blank
stays unknown. Formulas are neither written nor evaluated.
"""
