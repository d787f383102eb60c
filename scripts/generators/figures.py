# SPDX-License-Identifier: BSL-1.0
"""Turns the tables of docs/data into the constexpr headers that the look-ups by day read."""

from generators import legal_bases, membership, national_parliaments, parliament, populations, presidencies, weighted_votes
from generators.context import Context


def _build(root):
    context = Context(root)
    membership.build(context)  # first: the others ask it who was a member
    for part in (populations, weighted_votes, presidencies, parliament, national_parliaments, legal_bases):
        part.build(context)
    return context


def outputs(root):
    """The generated headers: path relative to root -> text."""
    context = _build(root)
    context.report()  # fails when a row is neither used nor left out
    return context.headers


def report(root):
    """What became of every row, and which cross-checks held."""
    return _build(root).report()
