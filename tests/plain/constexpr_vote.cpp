// SPDX-License-Identifier: BSL-1.0
// The second program of the README: votes counted while the program is compiled.
#include <codecision/codecision.hpp>
namespace cod = codecision;
using namespace codecision::literals;

// [readme]
constexpr auto council = cod::council_of_year(2020);
constexpr auto rule    = cod::rules::qualified_majority();
static_assert(rule.members_needed(council.size()) == 15);
// Germany, France and Italy cannot block alone: a blocking minority needs four members.
static_assert( cod::evaluate(rule, cod::ballot{council}.against("DE FR IT"_members).others(cod::vote::in_favour)).adopted());
static_assert(!cod::evaluate(rule, cod::ballot{council}.against("DE FR IT MT"_members).others(cod::vote::in_favour)).adopted());
// [/readme]

int main() {}
