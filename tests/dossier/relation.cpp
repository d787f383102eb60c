// SPDX-License-Identifier: BSL-1.0
// Which relations make sense is checked when a program is compiled, and by the same table when a file is read.
#include "support/catch.hpp"

#include <codecision/dossier/dossier.hpp>

#include <algorithm>
#include <string>

namespace cod = codecision;
using cod::kind;
using cod::relation_type;

namespace {

template <class From, class Tag, class To>
concept CanRelate = requires(cod::dossier d, cod::handle<From> from, Tag tag, cod::handle<To> to) {
  d.relate(from, tag, to);
};

using discusses = decltype(cod::discusses);
using held_under = decltype(cod::held_under);
using position_on = decltype(cod::position_on);
using preceded_by_opinion = decltype(cod::preceded_by_opinion);

}  // namespace

TEST_CASE("a meeting discusses a text; a text does not discuss a meeting") {
  STATIC_REQUIRE(CanRelate<cod::working_party_meeting, discusses, cod::compromise_text>);
  STATIC_REQUIRE_FALSE(CanRelate<cod::compromise_text, discusses, cod::working_party_meeting>);
  STATIC_REQUIRE_FALSE(CanRelate<cod::working_party_meeting, discusses, cod::presidency>);
}

TEST_CASE("only a presidency can be held under, and an opinion can precede only a text") {
  STATIC_REQUIRE(CanRelate<cod::compromise_text, held_under, cod::presidency>);
  STATIC_REQUIRE_FALSE(CanRelate<cod::presidency, held_under, cod::compromise_text>);
  STATIC_REQUIRE_FALSE(CanRelate<cod::claim, held_under, cod::presidency>);
  STATIC_REQUIRE(CanRelate<cod::proposal, preceded_by_opinion, cod::opinion>);
  STATIC_REQUIRE_FALSE(CanRelate<cod::opinion, preceded_by_opinion, cod::proposal>);
}

TEST_CASE("positions are on texts, not on meetings") {
  STATIC_REQUIRE(CanRelate<cod::position, position_on, cod::compromise_text>);
  STATIC_REQUIRE(CanRelate<cod::position_snapshot, position_on, cod::council_position>);
  STATIC_REQUIRE_FALSE(CanRelate<cod::position, position_on, cod::coreper_meeting>);
  STATIC_REQUIRE_FALSE(CanRelate<cod::statement, position_on, cod::compromise_text>);
}

TEST_CASE("every kind and every relation has a name of its own, and is found by it") {
  for (std::size_t i = 0; i < cod::kind_count; ++i) {
    auto const k = static_cast<kind>(i);
    CHECK(cod::find_named<kind>(name(k)) == k);
  }
  for (std::size_t i = 0; i < cod::relation_count; ++i) {
    auto const r = static_cast<relation_type>(i);
    CHECK(cod::find_named<relation_type>(name(r)) == r);
  }
  CHECK_FALSE(cod::find_named<relation_type>("discuss"));
  CHECK(name(cod::kind_of<cod::coreper_tally>) == "coreper_tally");
  CHECK(name(decltype(cod::foreseen_by)::type) == "foreseen_by");
}

TEST_CASE("every relation may join some kinds, and none may join all") {
  for (std::size_t r = 0; r < cod::relation_count; ++r) {
    int allowed = 0;
    for (std::size_t from = 0; from < cod::kind_count; ++from)
      for (std::size_t to = 0; to < cod::kind_count; ++to)
        allowed +=
            cod::may_relate(static_cast<kind>(from), static_cast<relation_type>(r), static_cast<kind>(to)) ? 1 : 0;
    INFO(name(static_cast<relation_type>(r)));
    CHECK(allowed > 0);
    CHECK(allowed < static_cast<int>(cod::kind_count * cod::kind_count));
  }
}

TEST_CASE("a relation that a file names is checked when the program runs, and the error says what is possible") {
  using namespace codecision::literals;
  cod::dossier d{"2022/0155(COD)"};
  auto const text = d.add(cod::compromise_text{"14092/25", "2025-11-06"_date, cod::member_state::denmark});
  auto const meeting = d.add(cod::working_party_meeting{"LEWP", "2025-11-12"_date});
  try {
    d.relate(text.vertex, relation_type::discusses, meeting.vertex);
    FAIL("a text cannot discuss a meeting");
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::relation_not_allowed);
    CHECK_THAT(std::string{e.what()}, cod::test::contains("COD-G502"));
    CHECK_THAT(e.message(), cod::test::contains("from compromise_text"));
    CHECK_THAT(e.message(), cod::test::contains("to working_party_meeting"));
    CHECK_THAT(e.have(), cod::test::contains("coreper_meeting"));
    CHECK_THAT(e.have(), cod::test::contains("compromise_text"));
  }
  CHECK(d.relation_total() == 0);
}

TEST_CASE("lineage follows relations of descent, not likeness") {
  STATIC_REQUIRE(cod::is_descent(relation_type::builds_on));
  STATIC_REQUIRE(cod::is_descent(relation_type::reverses));
  STATIC_REQUIRE_FALSE(cod::is_descent(relation_type::similar_to));
  STATIC_REQUIRE_FALSE(cod::is_descent(relation_type::differs_from));
  STATIC_REQUIRE_FALSE(cod::is_descent(relation_type::discusses));
}
