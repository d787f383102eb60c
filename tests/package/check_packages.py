# SPDX-License-Identifier: BSL-1.0
"""Does the Debian package have what a person needs, and does it work? Makes it with cpack, unpacks it into a folder, and uses it there.

check_packages.py ROOT BUILD_FOLDER FOLDER CPACK [--calculator] -- CMAKE [ARGUMENT...]      ends with 77 where dpkg-deb is missing
It builds a program with find_package against the folder, runs the calculator, reads the manual page and sources the completion for bash.
The archive (TGZ) must hold the same files. Nothing is installed on the machine.
"""
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile

findings = []


def expect(true, what):
    if not true:
        findings.append(what)
    return true


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **options)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def must(*command, **options):
    code, text = run(*command, **options)
    if code != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {code}\n{text}")
    return text


def with_text(path):
    return path.read_text(encoding="utf-8")


class packages:
    def __init__(self, root, build, folder, cpack, calculator):
        self.root, self.build, self.folder, self.cpack, self.calculator = root, build, folder, cpack, calculator
        version = re.search(r'version_text = "([^"]+)"', with_text(root / "include/codecision/version.hpp"))[1]
        self.version = version

    def make(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for kind in ("DEB", "TGZ"):
            text = must(self.cpack, "-G", kind, "--config", self.build / "CPackConfig.cmake", "-B", self.folder / kind, cwd=self.build)
            expect("Warning" not in text, f"cpack -G {kind} warns:\n{text}")
        self.deb, self.archive = next((self.folder / "DEB").glob("*.deb")), next((self.folder / "TGZ").glob("*.tar.gz"))
        self.tree = self.folder / "unpacked"
        must("dpkg-deb", "-x", self.deb, self.tree)
        self.usr = self.tree / "usr"

    def check_control(self):
        fields = dict(re.findall(r"^([\w-]+): (.*)$", must("dpkg-deb", "-f", self.deb), re.MULTILINE))
        expect(fields.get("Package") == "codecision-dev", f"Package: {fields.get('Package')}")
        expect(fields.get("Version", "").partition("-")[0] == self.version, f"Version: {fields.get('Version')}, version.hpp says {self.version}")
        machine = must("dpkg", "--print-architecture").strip() if shutil.which("dpkg") else fields.get("Architecture")
        expect(fields.get("Architecture") == (machine if self.calculator else "all"), f"Architecture: {fields.get('Architecture')}")
        wanted = {"libboost-dev (>= 1.74)"}
        depends = set(fields.get("Depends", "").split(", "))
        names = {word.split()[0] for word in depends}
        expect(wanted <= depends, f"Depends: {depends}")
        if self.calculator:
            expect({"libc6", "libstdc++6"} <= names, f"Depends: {depends}")
        owners = set(re.findall(r"^\S+ (\S+/\S+)", must("dpkg-deb", "-c", self.deb), re.MULTILINE))
        expect(owners == {"root/root"}, f"files belong to {owners}")

    def check_files(self):
        headers = {path.relative_to(self.root / "include").as_posix() for path in (self.root / "include").rglob("*.hpp")}
        listed = set(re.findall(r"^  include/(\S+?)\)?$", with_text(self.root / "cmake/headers.cmake"), re.MULTILINE))
        there = {path.relative_to(self.usr / "include").as_posix() for path in (self.usr / "include").rglob("*.hpp")}
        expect(there == listed and len(there) > 100, f"headers: {len(there)} in the package, {len(listed)} listed, {len(headers)} in the tree")
        documents = self.usr / "share/doc/codecision-dev"
        wanted = [documents / name for name in ("copyright", "changelog.gz", "changelog.Debian.gz")]
        wanted += [self.usr / "share/cmake/codecision" / f"codecision{part}.cmake" for part in ("Config", "ConfigVersion", "Targets")]
        wanted += [self.usr / "share/pkgconfig/codecision.pc"]
        if self.calculator:
            wanted += [self.usr / "bin/codecision", self.usr / "share/man/man1/codecision.1.gz",
                       self.usr / "share/bash-completion/completions/codecision", self.usr / "share/zsh/vendor-completions/_codecision"]
        for path in wanted:
            expect(path.is_file(), f"{path.relative_to(self.tree)} is missing")
        licence = with_text(documents / "copyright")
        words = with_text(self.root / "LICENSE").split()
        expect(" ".join(words) in " ".join(word for word in licence.split() if word != "."), "the licence is not in share/doc")
        for name in ("CLI11", "JSON for Modern C++"):  # their licences want to be passed on with what is compiled from them
            expect(not self.calculator or name in licence, f"the licence of {name} is not in share/doc")
        with tarfile.open(self.archive) as archive:
            names = {pathlib.PurePosixPath(name).relative_to(pathlib.PurePosixPath(name).parts[0]).as_posix() for name in archive.getnames()}
        expect({f"include/{name}" for name in listed} <= names, "the archive lacks headers")
        expect("share/doc/codecision/copyright" in names, "the archive lacks the licence")
        expect(not self.calculator or {"bin/codecision", "share/man/man1/codecision.1"} <= names, "the archive lacks the calculator or its page")

    def check_program(self, cmake, arguments):
        built = self.folder / "consumer"
        text = must(cmake, "-S", self.root / "tests/package/consumer", "-B", built, f"-DCMAKE_PREFIX_PATH={self.usr}",
                    f"-DFIRST_VOTE={self.root / 'examples/first_vote.cpp'}", *arguments)
        found = re.search(r"found in (\S+)", text)
        expect(found and pathlib.Path(found[1]).resolve() == (self.usr / "share/cmake/codecision").resolve(), f"find_package found another: {text}")
        must(cmake, "--build", built)
        program = next(path for path in built.rglob("first_vote*") if path.is_file() and path.stem == "first_vote" and os.access(path, os.X_OK))
        expect(must(program) == with_text(self.root / "examples/first_vote.expected"), "the program prints something else than examples/first_vote.expected")

    def check_calculator(self):
        calculator = self.usr / "bin/codecision"
        answer = must(calculator, "vote", "--on", "2025-11-26", "--against", "CZ,NL,PL,SK", "--abstain", "IT")
        expect(answer == with_text(self.root / "examples/codecision.vote.expected"), "the calculator's answer is not examples/codecision.vote.expected")
        compressed = self.usr / "share/man/man1/codecision.1.gz"
        page = gzip.decompress(compressed.read_bytes())
        expect(page == (self.root / "docs/man/codecision.1").read_bytes(), "the page in the package is not docs/man/codecision.1")
        expect(compressed.read_bytes()[3] & 0x08 == 0, "the compressed page has the name of a file in it (gzip -n)")
        if shutil.which("man"):
            shown = must("man", "-l", compressed, env={**os.environ, "MANPAGER": "cat", "PAGER": "cat", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
        elif shutil.which("mandoc"):
            shown = must("mandoc", "-T", "utf8", compressed)
        else:
            print("neither man nor mandoc is installed: the page is not shown")
            shown = "CODECISION(1) EXIT STATUS"
        shown = re.sub(r".\x08|\x1b\[[0-9;]*m", "", shown)
        expect("CODECISION(1)" in shown and "EXIT STATUS" in shown, f"the page is not shown: {shown[:300]}")
        if shutil.which("bash"):
            script = self.usr / "share/bash-completion/completions/codecision"
            line = 'source "$0"; COMP_WORDS=(codecision vo); COMP_CWORD=1; _codecision; complete -p codecision; printf "<%s>" "${COMPREPLY[@]}"'
            offered = must("bash", "--norc", "-c", line, script)
            expect("_codecision" in offered and "<vote>" in offered, f"the completion offers {offered}")


def main():
    root, build, folder = (pathlib.Path(word) for word in sys.argv[1:4])
    cut = sys.argv.index("--")
    cpack, calculator = sys.argv[4], "--calculator" in sys.argv[5:cut]
    cmake, *arguments = sys.argv[cut + 1:]
    if not shutil.which("dpkg-deb"):
        print("dpkg-deb is not installed: not run")
        return 77
    made = packages(root, build, folder, cpack, calculator)
    made.make()
    made.check_control()
    made.check_files()
    if not findings:
        made.check_program(cmake, arguments)
        if calculator:
            made.check_calculator()
    print("\n".join([*findings, f"{made.deb.name}: {len(findings)} findings"]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
