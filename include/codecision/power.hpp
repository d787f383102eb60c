// SPDX-License-Identifier: BSL-1.0
// The umbrella with power: all of codecision.hpp, and all of power/ but its threads and its big numbers.
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/power/banzhaf.hpp>
#include <codecision/power/banzhaf_owen.hpp>
#include <codecision/power/blocs.hpp>
#include <codecision/power/coalition_count.hpp>
#include <codecision/power/coleman.hpp>
#include <codecision/power/compose.hpp>
#include <codecision/power/counts.hpp>
#include <codecision/power/deegan_packel.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/fraction.hpp>
#include <codecision/power/game.hpp>
#include <codecision/power/holler.hpp>
#include <codecision/power/inclusiveness.hpp>
#include <codecision/power/johnston.hpp>
#include <codecision/power/joint_game.hpp>
#include <codecision/power/minimal.hpp>
#include <codecision/power/minimal_count.hpp>
#include <codecision/power/minimum_size.hpp>
#include <codecision/power/nevison.hpp>
#include <codecision/power/owen.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/predicate_game.hpp>
#include <codecision/power/properties.hpp>
#include <codecision/power/public_help.hpp>
#include <codecision/power/rae.hpp>
#include <codecision/power/ratio_index.hpp>
#include <codecision/power/shapley_shubik.hpp>
#include <codecision/power/sharing.hpp>
#include <codecision/power/simple_game.hpp>
#include <codecision/power/terms.hpp>
#include <codecision/power/tijs.hpp>
#include <codecision/power/unions.hpp>
#include <codecision/power/weighted_game.hpp>
