// SPDX-License-Identifier: BSL-1.0
// Scenarios in words: understood and counted, or refused with the column. They never contradict themselves.
#include "fuzz.hpp"

#include <codecision/council/council.hpp>
#include <codecision/rules/treaty.hpp>
#include <codecision/simulate/scenario_text.hpp>

#include <optional>

namespace cod = codecision;
namespace simulate = codecision::simulate;

namespace {

/// Bases of different days: Nice and Lisbon, twenty-eight members, some votes open.
simulate::scenario base_of(unsigned which) {
  char const* const days[] = {"2025-06-20", "2016-03-01", "2018-05-01", "2012-01-15"};
  cod::ballot const b{cod::council_on(cod::parse_date(days[which % 4]))};
  auto const votes = b.with(cod::parse_members("CZ NL PL"), cod::vote::against).with(cod::parse_members("IT"), cod::vote::abstain);
  auto const known = which < 4 ? votes.others(cod::vote::in_favour) : votes;
  return {"base", cod::rules::qualified_majority(), cod::open_ballot{known}};
}
/// Stands for a dossier: who stood where depends on the words.
struct some_earlier_votes {
  cod::member_set operator()(simulate::earlier_group const& asked) const {
    return asked.moment.size() % 2 == 0 ? cod::parse_members("DE FR ES") : cod::parse_members("CZ HU");
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::bytes input{data, size};
  auto const base = base_of(input.number(7));
  auto const text = input.rest();
  std::optional<simulate::scenario> found;
  if (!fuzz::accepted([&] { found = simulate::parse_scenario(text, base, some_earlier_votes{}); })) return 0;
  fuzz::require(!found->council().members().empty(), "nobody votes in a scenario", text);
  fuzz::require(found->council().members().contains(found->ballot().open()), "a member is open that does not vote", text);
  fuzz::accepted([&] {
    auto const a = found->assess();
    fuzz::require(a.least().in_favour().size() <= a.most().in_favour().size(), "the least is more than the most", text);
  });
  return 0;
}
