# SPDX-License-Identifier: BSL-1.0
"""Does the manual page name every command and option that the calculator's help names, and no other?

check_man_page.py PAGE PROGRAM
It reads the page itself, and the help texts without the script that made the page of them.
"""
import re
import subprocess
import sys

page, program = open(sys.argv[1], encoding="utf-8").read().replace("\\-", "-"), sys.argv[2]
findings = []


def help_of(*command):
    return subprocess.run([program, *command, "--help"], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")


def options_in_help(*command):
    return set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", help_of(*command), re.MULTILINE))


def commands_in_help():
    text = help_of()
    return re.findall(r"^  ([a-z]+)  +\S", text[text.index("Subcommands:"):text.index("Examples:")], re.MULTILINE)


def part(name, level):
    """What stands below a heading, up to the next."""
    found = re.search(rf"^\.{level} {re.escape(name)}$(.*?)(?=^\.S[hs] |\Z)", page, re.MULTILINE | re.DOTALL)
    if not found:
        findings.append(f"the page has no part {name}")
    return found[1] if found else ""


def options_in(text):
    return {"-" + name for line in re.findall(r"^\.It Fl .*", text, re.MULTILINE) for name in re.findall(r"Fl (-[a-z-]+)", line)}


def expect(what, found, wanted):
    for name in sorted(wanted - found):
        findings.append(f"{what}: the help has {name}, the page has not")
    for name in sorted(found - wanted):
        findings.append(f"{what}: the page has {name}, the help has not")


commands = commands_in_help()
shared = {title: options_in(part(title, "Ss")) for title in ("Which council and rule", "Who votes how")}
under = page[page.index("\n.Sh COMMANDS"):page.index("\n.Sh ENVIRONMENT")]
expect("commands", set(re.findall(r"^\.Ss (.*)$", under, re.MULTILINE)) - set(shared), set(commands))
expect("options of the program", options_in(part("Options of the program", "Ss")), options_in_help())

counted = 0
for command in commands:
    text = part(command, "Ss")
    found = options_in(text) | {"--help"}  # said once, for all commands
    for title, options in shared.items():
        referred = re.search(rf"^\.Sx {title} ([.,])\n(.*)", text, re.MULTILINE)
        if not referred or referred[1] == "," and referred[2].startswith("of these only"):
            continue
        found |= options - (set(re.findall(r"--[a-z-]+", referred[2])) if referred[1] == "," else set())
    expect(f"options of {command}", found, options_in_help(command))
    counted += len(found)
    if f"codecision {command}" not in text:
        findings.append(f"{command}: no example")
    for title in shared:  # the lists of commands above the shared options
        names = re.findall(r"^\.Cm (\w+)", part(title, "Ss"), re.MULTILINE)
        if (command in names) != bool(re.search(rf"^\.Sx {title} (?:\.|,\nbut)", text, re.MULTILINE)):
            findings.append(f"{command}: {title} lists it, and it does not refer to it; or the other way round")

status = dict(re.findall(r"^\.It (\d)$\n(.*)", part("EXIT STATUS", "Sh"), re.MULTILINE))
if sorted(status) != ["0", "1", "2", "3"]:
    findings.append(f"exit statuses on the page: {sorted(status)}")
version = subprocess.run([program, "--version"], stdout=subprocess.PIPE, check=True).stdout.decode().split()[-1]
if f".Os Codecision {version}\n" not in page:
    findings.append(f"the page does not bear version {version}")

print("\n".join([*findings, f"{len(commands)} commands, {counted} options, {len(findings)} findings"]))
sys.exit(1 if findings else 0)
