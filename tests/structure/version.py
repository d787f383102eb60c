# SPDX-License-Identifier: BSL-1.0
"""Do all places that name the version of the library agree?

version.py ROOT
"""
import pathlib
import re
import sys

import tree


def check(root):
    root = pathlib.Path(root)
    header = (root / "include/codecision/version.hpp").read_text(encoding="utf-8")
    version = ".".join(re.search(rf"version_{part} = (\d+);", header)[1] for part in ("major", "minor", "patch"))
    places = {
        "include/codecision/version.hpp": f'version_text = "{version}"',
        "CITATION.cff": f"\nversion: {version}\n",
        "CHANGELOG.md": f"\n## {version}",
    }
    return [f"{name}: does not name version {version}" for name, wanted in places.items()
            if wanted not in (root / name).read_text(encoding="utf-8")]


if __name__ == "__main__":
    sys.exit(tree.report(check(sys.argv[1])))
