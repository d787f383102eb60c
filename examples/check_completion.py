# SPDX-License-Identifier: BSL-1.0
"""Does the completion of the calculator offer what its help shows? Runs the script for bash in bash, and lets zsh read its own, if it is there.

check_completion.py ROOT PROGRAM
"""
import re
import shutil
import subprocess
import sys
import tempfile

root, program = sys.argv[1:3]
findings, answers = [], 0


def output_of(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def words_of_help(command):
    """The long options that the help of a command lists at the beginning of a line."""
    return set(re.findall(r"^\s+(?:-\w,)?(--[a-z-]+)", output_of(*command, "--help"), re.MULTILINE))


def commands():
    text = output_of("--help")
    return re.findall(r"^  ([a-z]+)  +\S", text[text.index("Subcommands:"):text.index("Examples:")], re.MULTILINE)


def offered(script, *words):
    """What bash would offer for the last word of this line."""
    line = 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _codecision; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "--norc", "-c", line, script, "codecision", *words], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def expect(what, found, wanted):
    global answers
    answers += 1
    if found != wanted:
        findings.append(f"{what}: offered {sorted(found)}, expected {sorted(wanted)}")


with tempfile.NamedTemporaryFile("w", suffix=".bash") as file:
    file.write(output_of("completion", "bash"))
    file.flush()
    bash = file.name
    expect("an empty line", {w for w in offered(bash, "") if not w.startswith("-")}, set(commands()))
    expect("the beginning of a command", offered(bash, "vo"), {"vote"})
    for command in commands():
        found = {w for w in offered(bash, command, "--")}
        expect(f"options of {command}", found, words_of_help([command]) | {"--format", "--no-colour"})
    expect("a format", offered(bash, "--format", "j"), {"json"})
    expect("a command behind an option", offered(bash, "--format", "json", "presi"), {"presidency"})
    expect("a rule", offered(bash, "vote", "--rule", "u"), {"unanimity"})
    expect("a member", offered(bash, "vote", "--against", "N"), {"NL"})
    expect("a member behind a comma", offered(bash, "vote", "--against", "CZ,N"), {"CZ,NL"})
    expect("who takes part", offered(bash, "vote", "--participants", ""), offered(bash, "vote", "--against", "") | {"euro", "schengen", "without-dk-ie"})
    expect("who takes part, by a word", offered(bash, "members", "--participants", "eu"), {"euro"})
    expect("who takes part, by a list", offered(bash, "vote", "--participants", "DE,w"), set())
    expect("no words for a day", offered(bash, "vote", "--on", "2"), set())
    expect("a shell", offered(bash, "completion", "z"), {"zsh"})

if shutil.which("zsh"):
    read = subprocess.run(["zsh", "-n"], input=output_of("completion", "zsh"), capture_output=True, text=True)
    expect("zsh reads its script", {read.returncode, read.stderr}, {0, ""})
else:
    print("zsh is not installed: its script is not read")

for command in commands():
    if command not in output_of("completion", "zsh"):
        findings.append(f"the script for zsh does not know {command}")
for finding in findings:
    print(finding)
print(f"{answers} completions, {len(findings)} findings")
sys.exit(1 if findings else 0)
