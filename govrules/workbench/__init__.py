# SPDX-License-Identifier: Apache-2.0
"""The workbench: the interview, the verdict and the reports in a browser, with nothing leaving the machine.

``session`` is what it does, ``views`` how it looks; both run in the browser, in a worker. ``folder`` puts the page, the
Python runtime for browsers and the package together, ``runtime`` finds that runtime, ``serve`` serves the folder on
this machine alone.
"""
