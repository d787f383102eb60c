// SPDX-License-Identifier: BSL-1.0
// What could come out of a negotiation, according to the models of the literature? All of simulate/negotiation/.
#pragma once

#include <codecision/simulate/negotiation/compromise.hpp>
#include <codecision/simulate/negotiation/disagreement.hpp>
#include <codecision/simulate/negotiation/exchange.hpp>
#include <codecision/simulate/negotiation/exchanges.hpp>
#include <codecision/simulate/negotiation/explain.hpp>
#include <codecision/simulate/negotiation/issue.hpp>
#include <codecision/simulate/negotiation/median.hpp>
#include <codecision/simulate/negotiation/nash.hpp>
#include <codecision/simulate/negotiation/pivots.hpp>
#include <codecision/simulate/negotiation/weights.hpp>
