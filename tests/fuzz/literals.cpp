// SPDX-License-Identifier: BSL-1.0
// Days, members, lists of members and legal bases as texts: what is read is written and read again as the same.
#include "fuzz.hpp"

#include <codecision/council/catalogue.hpp>
#include <codecision/dossier/kinds.hpp>
#include <codecision/dossier/when.hpp>
#include <codecision/procedure/hours.hpp>

namespace cod = codecision;

namespace {

void days(std::string_view text) {
  cod::date day;
  auto const read = fuzz::accepted([&] { day = cod::parse_date(text); });
  fuzz::require(read == cod::is_a_day(text), "parse_date and is_a_day disagree", text);
  if (read) fuzz::require(cod::to_string(day) == text, "a day is written otherwise than it was read", text);
  if (auto const when = cod::find_when(text)) fuzz::require(cod::to_string(*when) == text, "a month is written otherwise", text);
  cod::moment moment;
  if (!fuzz::accepted([&] { moment = cod::parse_moment(text); })) return;
  fuzz::require(cod::to_string(cod::parse_moment(cod::to_string(moment))) == cod::to_string(moment), "a moment is written otherwise", text);
}

void members(std::string_view text) {
  auto state = cod::member_state::belgium;
  auto const read = fuzz::accepted([&] { state = cod::parse_member(text); });
  fuzz::require(read == cod::find_member(text).has_value(), "parse_member and find_member disagree", text);
  if (read) fuzz::require(cod::parse_member(code(state)) == state, "a code stands for another state", text);
  cod::member_set set;
  if (fuzz::accepted([&] { set = cod::parse_members(text); }))
    fuzz::require(cod::parse_members(to_string(set)) == set && set.size() <= cod::member_state_count, "a set is written otherwise", text);
}

void bases(std::string_view text) {
  for (auto const* day : {"2025-11-26", "2010-05-01", "1999-06-01"})
    fuzz::accepted([&] {
      auto const rule = cod::catalogue({text}, cod::proposer::commission, cod::parse_date(day));
      fuzz::require(!rule.participants().empty(), "nobody votes on this basis", text);
      fuzz::require(fuzz::is_harmless(rule.reason()), "a reason is not fit to print");
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  days(text);
  members(text);
  bases(text);
  return 0;
}
