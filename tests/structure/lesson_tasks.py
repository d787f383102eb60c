# SPDX-License-Identifier: BSL-1.0
"""Do the tasks in C++ of the lessons accept the right answers, and refuse a wrong one for each?

lesson_tasks.py ROOT COMPILER [FLAG ...]

The program of each task is compiled twice, all of them in one source, each in a namespace of its own: with the right answers,
which lesson_facts.py computes, and with wrong ones and every static_assert turned round.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import lesson_facts
import snippets
import tree

ASSERTION = re.compile(r'^static_assert\((?P<condition>.*?),\s*(?P<message>"[^"\n]*")\);$', re.S | re.M)


def wrong(answer):
    return answer + 1 if isinstance(answer, int) else "'n'" if answer != "'n'" else "'y'"


def filled_in(program, answers):
    """The program with these answers; a variable that it does not have, or has twice, is an error."""
    for name, answer in answers.items():
        program, n = re.subn(rf"\b{name}(\s*)= (?:0|'\?')(?=[,;])", lambda match: f"{name}{match[1]}= {answer}", program)
        if n != 1:
            raise ValueError(f"the task has {n} places for the answer {name}")
    return program


def turned_round(program):
    return ASSERTION.sub(lambda found: f'static_assert(!({found["condition"]}), "a wrong answer is accepted");', program)


def task_of(page):
    blocks, _ = snippets.blocks_of(page, page.as_posix())
    return next(b for b in blocks if b.language == "cpp")


def source(root):
    """One source for all tasks, and what is wrong with them."""
    heads, bodies, findings = [], [], []
    answers = lesson_facts.tasks(lesson_facts.data(root))
    for page in sorted((root / "docs" / "lessons").glob("[0-9]*.md")):
        task, right = task_of(page), answers.get(page.name[0], {})
        if len(ASSERTION.findall(task.text)) != len(right) or task.text.count("static_assert(") != len(right):
            findings.append(f"{page.name}: its task has not one static_assert with a message for each of: {', '.join(right)}")
            continue
        heads += [line for line in task.lines if snippets.INCLUDE.match(line)]
        body = "".join(("" if snippets.INCLUDE.match(line) else line) + "\n" for line in task.lines)
        try:
            for kind, text in (("right", filled_in(body, right)), ("wrong", turned_round(filled_in(body, {k: wrong(v) for k, v in right.items()})))):
                bodies.append(f'namespace {kind}_{page.name[0]} {{\n#line {task.line} "{page.as_posix()}, {kind} answers"\n{snippets.without_main(text)}}}\n')
        except ValueError as error:
            findings.append(f"{page.name}: {error}")
    return "\n".join(dict.fromkeys(heads)) + "\n" + "".join(bodies), findings


def check(root, compiler):
    text, findings = source(pathlib.Path(root))
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "tasks.cpp"
        file.write_text(text, encoding="utf-8")
        done = subprocess.run([*compiler, "-fsyntax-only", str(file)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=280, check=False)
    said = done.stdout.decode("utf-8", errors="replace").rstrip()
    return findings + (said.splitlines() or ["the compiler fails"] if done.returncode else [])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(tree.report(check(sys.argv[1], sys.argv[2:])))
