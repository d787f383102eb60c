// SPDX-License-Identifier: BSL-1.0
// How does a JSON value become a vote: a ballot of the Council, a count of heads, one word of a list?
#pragma once

#include <codecision/council/council.hpp>
#include <codecision/io/json_read.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/parliament_tally.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace codecision::detail {

/// The number of a word in a list of words that may stand here.
template <std::size_t N>
[[nodiscard]] std::size_t read_word(json_cursor const& at, std::array<std::string_view, N> const& words) {
  auto const text = text_at(at);
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == text) return i;
  at.refuse(at.shown() + " is not a value that may stand here", instead_of(text, words));
}

/// The sides of a ballot, in the order of `vote`.
inline constexpr std::array<std::string_view, 5> ballot_sides{"in_favour", "against", "abstaining", "abstaining_formally", "absent"};

/// A count of heads. Without seats it is one of the Parliament of its day, or of a committee of which the size is known.
inline void read_json(json_cursor const& at, parliament_tally& tally) {
  json_object_reader object{at};
  read_json(object.need("in_favour"), tally.in_favour);
  read_json(object.need("against"), tally.against);
  read_if_there(object, "abstaining", tally.abstaining);
  read_if_there(object, "seats", tally.seats);
  object.end();
}

/// A count of the Members of the Commission, of whom no table knows how many they were.
[[nodiscard]] inline parliament_tally read_commission(json_cursor const& at) {
  parliament_tally tally;
  read_json(at, tally);
  if (tally.seats == 0) at.refuse("the number of Members of the Commission is missing", "add \"seats\": 27");
  return tally;
}

/// Those who vote, with the figures of the day or of the year that stands in for it.
[[nodiscard]] inline electorate read_council(json_object_reader& object, date on, member_set voters) {
  std::optional<int> year;
  auto const figures = object.find("figures_of");
  if (figures) read_json(*figures, year);
  if (auto const named = object.find("voters")) read_json(*named, voters = {});
  if (figures) return figures->located([&] { return council_on(on, *year).only(voters); });
  if (on >= first_day_of_population_figures && find_population_table_on(on) == nullptr)
    object.at().refuse(error_code::no_population_table, "no population table covers " + to_string(on),
                       "say which year stands in for it: \"figures_of\": " + std::to_string(newest_population_table().year));
  return object.at().located([&] { return council_on(on).only(voters); });
}

/// {"member": "NL", "by": "BE"}: BE casts the vote of NL (TFEU 239).
[[nodiscard]] inline ballot with_proxy(json_cursor const& at, ballot const& b) {
  json_object_reader object{at};
  auto principal = member_state::belgium;
  auto holder = member_state::belgium;
  read_json(object.need("member"), principal);
  read_json(object.need("by"), holder);
  object.end();
  return at.located([&] { return b.represented(principal, holder); });
}

/// A ballot: the members on each side, what all others did, proxies. Every member must be accounted for.
[[nodiscard]] inline ballot read_ballot(json_cursor const& at, date on, member_set voters) {
  json_object_reader object{at};
  ballot b{read_council(object, on, voters)};
  for (std::size_t i = 0; i < ballot_sides.size(); ++i)
    if (auto const side = object.find(ballot_sides[i])) {
      member_set members;
      read_json(*side, members);
      b = side->located([&] { return b.with(members, static_cast<vote>(i)); });
    }
  if (auto const others = object.find("others")) b = b.others(static_cast<vote>(read_word(*others, ballot_sides)));
  if (auto const proxies = object.find("represented")) for_each_item(*proxies, [&](json_cursor const& item) { b = with_proxy(item, b); });
  object.end();
  if (!b.unfinished().empty())
    at.refuse("the ballot does not say what " + to_string(b.unfinished()) + " did", "name every member once, or say what all others did: \"others\": \"in_favour\"");
  return b;
}

}  // namespace codecision::detail
