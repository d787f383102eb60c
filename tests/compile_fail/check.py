# SPDX-License-Identifier: BSL-1.0
"""Does a wrong program fail to compile, with words that help?

check.py FILE --words=WORDS... -- COMPILER FLAG...
The file must not compile, all the words must stand in the compiler's message, and the file must compile with -DCORRECTED:
otherwise it would also "fail" for a missing semicolon.
"""
import argparse
import subprocess
import sys


def compile_with(command, file, *flags):
    """Did it compile, and what did the compiler say?"""
    done = subprocess.run([*command, *flags, file], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", errors="replace", env=None)
    return done.returncode == 0, done.stdout


def check(command, file, words):
    compiled, message = compile_with(command, file)
    if compiled:
        return f"{file} compiles, but it should not"
    absent = [word for word in words if word not in message]
    if absent:
        return f"{file} does not compile, but the message lacks: {', '.join(absent)}\n{message}"
    compiled, message = compile_with(command, file, "-DCORRECTED")
    if not compiled:
        return f"{file} should compile with -DCORRECTED\n{message}"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--words", action="append", required=True)
    own, command = sys.argv[1:sys.argv.index("--")], sys.argv[sys.argv.index("--") + 1:]
    options = parser.parse_args(own)
    sys.exit(check(command, options.file, options.words) or 0)


if __name__ == "__main__":
    main()
