// SPDX-License-Identifier: BSL-1.0
// What kinds of record does a dossier hold: texts, meetings, votes, positions, statements?
#pragma once

// Each kind is an aggregate: what names it, then its date, then the rest. `fields` hands every member except the date
// to a visitor as (name, pointer to member): what reads, writes or prints records needs no other list.

#include <codecision/dossier/kinds/meetings.hpp>
#include <codecision/dossier/kinds/statements.hpp>
#include <codecision/dossier/kinds/texts.hpp>
#include <codecision/dossier/kinds/votes.hpp>
