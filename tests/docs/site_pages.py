# SPDX-License-Identifier: BSL-1.0
"""Can the site that scripts/docs builds be read from disk: does every link lead to a file and an anchor, and does nothing come from a network?"""
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse


class reader(html.parser.HTMLParser):
    """The links, the anchors and the elements without their end of one page."""

    OPEN = {"meta", "link", "img", "br", "hr", "input", "source", "col"}  # these have no end

    def __init__(self, text):
        super().__init__()
        self.links, self.anchors, self.loaded, self.stack, self.faults = [], set(), [], [], []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> has no end" for tag in self.stack]

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        for name in ("id", "name") if tag == "a" else ("id",):
            if given.get(name):
                if given[name] in self.anchors:
                    self.faults.append(f"the anchor #{given[name]} stands twice")
                self.anchors.add(given[name])
        if tag == "a" and given.get("href") is not None:
            self.links.append(given["href"])
        if tag in ("img", "script", "source", "iframe") and given.get("src"):
            self.loaded.append(given["src"])
        if tag == "link" and given.get("href"):
            self.loaded.append(given["href"])
        if tag == "img" and not given.get("alt"):
            self.faults.append(f"the picture {given.get('src')} has no words for those who do not see it; write ![words](...)")
        if tag not in self.OPEN:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.OPEN:
            self.stack.pop()

    def handle_endtag(self, tag):
        if self.stack and self.stack[-1] == tag:
            self.stack.pop()
        elif tag not in self.OPEN:
            self.faults.append(f"</{tag}> ends nothing")


def check_pages(folder):
    """Findings in all pages of a site."""
    folder = pathlib.Path(folder).resolve()
    pages = {
        path: reader(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html")) if "api" not in path.relative_to(folder).parts[:1]
    }
    for path, page in pages.items():
        name = path.relative_to(folder).as_posix()
        yield from (f"site/{name}: {fault}" for fault in page.faults)
        for link in page.loaded:
            if re.match(r"[a-z]+:|//", link):
                yield f"site/{name}: {link} comes from a network; the site must open from disk"
        for link in [*page.links, *page.loaded]:
            if re.match(r"[a-z][a-z0-9+.-]*:|//", link):
                continue
            where, _, anchor = link.partition("#")
            target = (path.parent / urllib.parse.unquote(where)).resolve() if where else path
            if folder not in target.parents:
                yield f"site/{name}: {link} leads out of the site"
            elif not target.is_file():
                yield f"site/{name}: there is no {link}"
            elif anchor and target in pages and urllib.parse.unquote(anchor) not in pages[target].anchors:
                yield f"site/{name}: there is no anchor {link}"


def check(root):
    """Builds the site into a folder of its own and reads it, with the reference of all names where Doxygen is installed: then a name
    without a comment is a finding. None where cmark-gfm is missing."""
    if not shutil.which("cmark-gfm"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(pathlib.Path(root) / "scripts/docs"), folder, *([] if shutil.which("doxygen") else ["--without-api"])],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=240,
            check=False,
        )
        if done.returncode != 0:
            return [f"scripts/docs fails:\n{done.stdout.decode('utf-8', errors='replace').rstrip()}"]
        return list(check_pages(folder))
