# SPDX-License-Identifier: Apache-2.0
"""A server for assistants that speak the Model Context Protocol: the assistant reads documents, govrules judges."""
