# SPDX-License-Identifier: Apache-2.0
"""``python -m govrules``."""

from govrules.cli.main import main

if __name__ == "__main__":
    main()
