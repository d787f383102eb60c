# SPDX-License-Identifier: BSL-1.0
"""Can the commands on the pages be typed: do the programs and scripts exist, and do they have the options that are used?"""
import pathlib
import re
import shlex
import subprocess

# What a reader has from elsewhere. A command that is neither one of these nor of this repository is a slip of the pen.
KNOWN = set("""
    alias apt-get awk bash cat cd clang++ clang-tidy clang-tidy-14 cmake conan cp cpack cppcheck ctest curl diff do docker done dot doxygen dpkg
    dpkg-deb echo export fi find for g++ gcovr git grep head if jq less lintian ls make man mandoc mkdir mpirun mv nice ninja open pkg-config
    printf python3 rm run-clang-tidy sed setarch sh sort source sudo tail tar tee test then time timeout true unset valgrind vcpkg wc while
    xargs xdg-open zsh
""".split())
IN_FRONT = {"time", "sudo", "nice", "env", "mpirun", "timeout", "valgrind", "setarch"}  # commands that run another one
AS_SHELL = re.compile(
    r"(?:\$ )?(?:scripts/\w+|(?:build/release/examples/)?codecision [a-z]+|cmake|ctest|g\+\+|clang\+\+|apt-get)(?: |$)"
)  # a block without a language
OPTION = re.compile(r"^--[a-z][\w-]*")


def words_of(text):
    """The words of a line of a shell without its comment; None when quotes do not close."""
    text = re.sub(r"\$\([^()]*\)", "SAID", text)  # what another command prints
    lexer = shlex.shlex(text, posix=True, punctuation_chars="();<>|&")
    lexer.whitespace_split, lexer.commenters = True, "#"
    try:
        return list(lexer)
    except ValueError:
        return None


def commands_of(block):
    """The commands of a block as (line, words). A line that ends with a backslash goes on."""
    kept, first = "", None
    for line, text in block:
        first = line if not kept else first
        kept += re.sub(r"^\s*\$ ", "", text)
        if kept.endswith("\\"):
            kept = kept[:-1] + " "
            continue
        words, kept = words_of(kept), ""
        if words is None:
            yield first, None
            continue
        command, skip = [], False
        for word in [*words, ";"]:
            if skip:
                skip = False  # the file behind > or <
            elif re.fullmatch(r"[;|&()]+", word):
                if command:
                    yield first, command
                command = []
            elif re.fullmatch(r"[<>&]+", word):
                skip = True
            else:
                command.append(word)


class programs:
    """What the programs of the repository say about their options."""

    def __init__(self, root, build=None):
        self.root = pathlib.Path(root)
        self.examples = pathlib.Path(build) / "examples" if build else None
        self.missing = set()  # programs that are not built
        self.helps = {}
        cmake = self.root / "examples" / "CMakeLists.txt"
        text = cmake.read_text(encoding="utf-8") if cmake.exists() else ""
        self.names = set(re.findall(r"^codecision_example(?:_folder)?\((\w+)", text, re.M))

    def help_of(self, name, *command):
        """The help of a program or of its command; None where the program is not built."""
        if (name, *command) not in self.helps:
            path = self.examples / name if self.examples else None
            said = None
            if path is None or not path.exists():
                self.missing.add(name)
            else:
                done = subprocess.run([str(path), *command, "--help"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
                said = done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""
            self.helps[(name, *command)] = said
        return self.helps[(name, *command)]

    def commands_of_the_calculator(self):
        listed = self.help_of("codecision")
        return (
            set(re.findall(r"^  ([a-z]+) {2,}\S", listed.split("Subcommands:")[1].split("Examples:")[0], re.M))
            if listed and "Subcommands:" in listed
            else set()
        )

    def options_of(self, said):
        return set(re.findall(r"(?<![\w-])--[a-z][\w-]*", said))

    def findings(self, words):
        name, arguments = words[0], words[1:]
        if name.startswith("scripts/"):
            yield from self.of_a_script(name, arguments)
        elif pathlib.PurePosixPath(name).name in self.names and ("/" not in name or "examples/" in name):
            yield from self.of_a_program(pathlib.PurePosixPath(name).name, arguments)
        elif "/" not in name and name not in KNOWN:
            yield f"'{name}' is neither a program of this repository nor one that commands.py knows"

    def of_a_script(self, name, arguments):
        path = self.root / name
        if not path.exists():
            yield f"there is no {name}"
            return
        if not path.stat().st_mode & 0o111:
            yield f"{name} cannot be executed"
        if name == "scripts/run":
            yield from self.of_a_program("csa_timeline", arguments)
        elif name not in ("scripts/test",):  # whose arguments go to ctest
            text = path.read_text(encoding="utf-8")
            for word in arguments:
                option = OPTION.match(word)
                if option and not re.search(re.escape(option[0]) + r"(?![\w-])", text):
                    yield f"{name} has no option {option[0]}"

    def of_a_program(self, name, arguments):
        command = []
        if name == "codecision" and arguments and not arguments[0].startswith("-") and not re.search(r"[A-Z.]", arguments[0]):
            known = self.commands_of_the_calculator()
            if known and arguments[0] not in known:
                yield f"codecision has no command {arguments[0]}"
                return
            command = arguments[:1]
        said = self.help_of(name, *command)
        if said is None:
            return
        options = self.options_of(said) | (self.options_of(self.help_of(name) or "") if command else set()) | {"--help"}
        for word in arguments:
            option = OPTION.match(word)
            if option and option[0] not in options:
                yield f"{' '.join([name, *command])} has no option {option[0]}"


def without_wrappers(words):
    """The command that is meant: without assignments to variables and without time, mpirun -n 2 and the like."""
    while words and re.match(r"^\w+=", words[0]):
        words = words[1:]
    if words and words[0] in IN_FRONT:
        rest = words[1:]
        for i, word in enumerate(rest):
            if word.startswith(("scripts/", "build/", "./")) or word in ("sweep", "codecision"):
                return rest[i:]
    return words


def is_shell(kind, block):
    """A block without a language that begins with a command, and is no list of commands with words beside them."""
    return (
        kind in ("", "text")
        and bool(block)
        and AS_SHELL.match(block[0][1]) is not None
        and not any(re.search(r"\S {4,}[^#\s]", text) for _, text in block)
    )


def check(root, pages, build=None):
    """Findings, and the programs that are not built, so that their options could not be asked for."""
    known, findings = programs(root, build), []
    for p in pages.values():
        in_sentences = [
            (None, "sh", [(line, text)])
            for line, text in p.code
            if re.match(r"(?:scripts/\w+|codecision [a-z]+) .*--", text) and "|" not in text and "..." not in text
        ]
        for _, kind, block in [*p.blocks, *in_sentences]:
            if kind not in ("sh", "bash", "shell", "console") and not is_shell(kind, block):
                continue
            made = {"./" + word for _, words in commands_of(block) if words for word in words}
            for line, words in commands_of(block):
                if words is None:
                    findings.append(f"{p.name}:{line}: a quote is not closed")
                    continue
                words = without_wrappers(words)
                if words and words[0] not in made and "..." not in words[0]:
                    findings += [f"{p.name}:{line}: {what}; correct the command" for what in known.findings(words)]
    return findings, sorted(known.missing)
