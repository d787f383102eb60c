// SPDX-License-Identifier: BSL-1.0
// The umbrella with foresight: all of power.hpp, and all of simulate/ but what walks a dossier and what needs more machines.
#pragma once

#include <codecision/power.hpp>
#include <codecision/simulate/chance.hpp>
#include <codecision/simulate/change.hpp>
#include <codecision/simulate/change_reader.hpp>
#include <codecision/simulate/changed_council.hpp>
#include <codecision/simulate/comparison.hpp>
#include <codecision/simulate/draw_counts.hpp>
#include <codecision/simulate/explain_chance.hpp>
#include <codecision/simulate/grid.hpp>
#include <codecision/simulate/independent_votes.hpp>
#include <codecision/simulate/interval.hpp>
#include <codecision/simulate/loadings.hpp>
#include <codecision/simulate/monte_carlo.hpp>
#include <codecision/simulate/negotiation.hpp>
#include <codecision/simulate/normal.hpp>
#include <codecision/simulate/one_factor.hpp>
#include <codecision/simulate/pattern_table.hpp>
#include <codecision/simulate/probabilities.hpp>
#include <codecision/simulate/random.hpp>
#include <codecision/simulate/scenario.hpp>
#include <codecision/simulate/scenario_text.hpp>
#include <codecision/simulate/scenario_words.hpp>
#include <codecision/simulate/share_distribution.hpp>
#include <codecision/simulate/sweep.hpp>
#include <codecision/simulate/voting_bloc.hpp>
#include <codecision/simulate/winning_test.hpp>
