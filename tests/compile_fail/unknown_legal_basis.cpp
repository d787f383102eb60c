// SPDX-License-Identifier: BSL-1.0
// An article that is not in the catalogue.
#include <codecision/codecision.hpp>

namespace cod = codecision;
using namespace codecision::literals;

#ifdef CORRECTED
constexpr cod::legal_basis basis{"TFEU 114"};
#else
constexpr cod::legal_basis basis{"TFEU 999"};
#endif

constexpr auto day = "2020-06-01"_date;
static_assert(cod::catalogue(basis, cod::proposer::commission, day).members_needed(27) == 15);
