# SPDX-License-Identifier: BSL-1.0
"""Does every link lead somewhere, and does somebody who starts at docs/README.md find every page?"""
import difflib
import os
import pathlib
import re
import urllib.parse

INDEXES = ("/README.md", "/SOURCES.md")  # pages that lead to the others of their folder


def target_of(page, link):
    """The file and the anchor of a relative link, as paths from the root; None for a link to the web."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", link):
        return None
    path, _, anchor = link.partition("#")
    folder = os.path.dirname(page.name)
    name = os.path.normpath(os.path.join(folder, urllib.parse.unquote(path))).replace(os.sep, "/") if path else page.name
    return name, urllib.parse.unquote(anchor)


def check_links(root, pages):
    for p in pages.values():
        for line, link in p.links:
            target = target_of(p, link)
            if target is None:
                continue
            name, anchor = target
            if name.startswith("..") or link.startswith("/"):
                yield f"{p.name}:{line}: {link} leads out of the repository; write a path from this page"
            elif not (pathlib.Path(root) / name).exists():
                yield f"{p.name}:{line}: there is no {name}; correct the link {link}, or write the page"
            elif anchor and name in pages and anchor not in pages[name].anchors:
                near = difflib.get_close_matches(anchor, pages[name].anchors, 1)
                yield f"{p.name}:{line}: {name} has no heading #{anchor}; " + (f"perhaps #{near[0]}" if near else "name one that it has")


def check_orphans(pages):
    """Pages under docs/ that neither the first index names nor an index that it names."""
    first = "docs/README.md" if "docs/README.md" in pages else "README.md"
    waiting, indexes, linked = [first], {first}, {first}
    while waiting:
        index = pages.get(waiting.pop())
        for _, link in index.links if index else []:
            target = target_of(index, link)
            name = target and (target[0] if target[0].endswith(".md") else target[0] + "/README.md")
            if name in pages:
                linked.add(name)
                if name.endswith(INDEXES) and name not in indexes:
                    indexes.add(name)
                    waiting.append(name)
    for name in pages:
        if name.startswith("docs/") and name not in linked:
            yield f"{name}:1: nobody finds this page; link it from {first}, or from a README.md that is linked there"


def check(root, pages):
    return [*check_links(root, pages), *check_orphans(pages)]
