// SPDX-License-Identifier: BSL-1.0
// Four members are needed to block: Germany, France and Italy alone do not, with Malta they do. Ends with 0 if the library says so.
#include <codecision/codecision.hpp>
#include <codecision/dossier/csa_regulation.hpp>
namespace cod = codecision;
using namespace codecision::literals;

int main() {
  auto const council = cod::council_of_year(2020);
  auto const rule = cod::rules::qualified_majority();
  auto const three = cod::evaluate(rule, cod::ballot{council}.against("DE FR IT"_members).others(cod::vote::in_favour));
  auto const four = cod::evaluate(rule, cod::ballot{council}.against("DE FR IT MT"_members).others(cod::vote::in_favour));
  auto const file = cod::csa_regulation();  // needs Boost.Graph
  return three.adopted() && !four.adopted() && file.procedure() == "2022/0155(COD)" ? 0 : 1;
}
