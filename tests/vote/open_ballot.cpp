// SPDX-License-Identifier: BSL-1.0
// Ballots in which some votes are not known.
#include <codecision/codecision.hpp>
#include <codecision/vote/open_ballot.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;
using cod::vote;

namespace {

constexpr auto council = cod::council_of_year(2024);
constexpr cod::open_ballot nobody_known{council};
constexpr auto italy_open = cod::open_ballot{council}.against("CZ NL PL SK"_members).undecided("IT"_members).others(vote::in_favour);

}  // namespace

TEST_CASE("of an empty open ballot all votes are unknown", "[vote][open_ballot]") {
  STATIC_REQUIRE(nobody_known.open() == council.members());
  STATIC_REQUIRE(nobody_known.unknown() == council.members());
  STATIC_REQUIRE(nobody_known.undecided().empty());
}

TEST_CASE("what all others do fills in who was not named, and leaves open who was named as undecided or unknown", "[vote][open_ballot]") {
  STATIC_REQUIRE(italy_open.open() == "IT"_members);
  STATIC_REQUIRE(italy_open.undecided() == "IT"_members);
  STATIC_REQUIRE(italy_open.unknown().empty());
  STATIC_REQUIRE(italy_open.side(vote::in_favour).size() == 22);
  constexpr auto both = cod::open_ballot{council}.undecided("IT"_members).unknown("FR"_members).others(vote::against);
  STATIC_REQUIRE(both.open() == "FR IT"_members);
  STATIC_REQUIRE(both.unknown() == "FR"_members);
  STATIC_REQUIRE(both.side(vote::against).size() == 25);
}

TEST_CASE("a ballot that says what every member did leaves nothing open; an unfinished one leaves the rest unknown", "[vote][open_ballot]") {
  constexpr auto finished = cod::ballot{council}.others(vote::abstain);
  STATIC_REQUIRE(cod::open_ballot{finished}.open().empty());
  constexpr cod::open_ballot part{cod::ballot{council}.in_favour("DE FR"_members)};
  STATIC_REQUIRE(part.unknown() == council.members() - "DE FR"_members);
  STATIC_REQUIRE(part.side(vote::in_favour) == "DE FR"_members);
}

TEST_CASE("all five ways to vote can be known, and each member stands on one side", "[vote][open_ballot]") {
  auto const b = cod::open_ballot{council}
                     .in_favour("DE"_members)
                     .against("FR"_members)
                     .abstaining("IT"_members)
                     .abstaining_formally("ES"_members)
                     .absent("PL"_members);
  CHECK(b.side(vote::in_favour) == "DE"_members);
  CHECK(b.side(vote::against) == "FR"_members);
  CHECK(b.side(vote::abstain) == "IT"_members);
  CHECK(b.side(vote::abstain_formally) == "ES"_members);
  CHECK(b.side(vote::absent) == "PL"_members);
  CHECK(b.open().size() == 22);
}

TEST_CASE("a completion says how each open member votes, and keeps what is known", "[vote][open_ballot]") {
  auto const b = cod::open_ballot{council}.against("CZ"_members).undecided("IT FR"_members).unknown("DE"_members).others(vote::in_favour);
  auto const done = b.completed("IT"_members);
  CHECK(done.unfinished().empty());
  CHECK(done.side(vote::against) == "CZ DE FR"_members);
  CHECK(done.side(vote::in_favour).contains("IT"_ms));
  CHECK(b.completed("IT"_members, vote::abstain).side(vote::abstain) == "DE FR"_members);
  CHECK(b.completed({}).side(vote::against) == "CZ DE FR IT"_members);
  CHECK(b.completed(b.open()).side(vote::against) == "CZ"_members);
}

TEST_CASE("a vote that becomes known closes the question, and one that is no longer known opens it again", "[vote][open_ballot]") {
  auto const known = italy_open.changed("IT"_members, vote::abstain);
  CHECK(known.open().empty());
  CHECK(known.side(vote::abstain) == "IT"_members);
  auto const again = known.reopened("IT DE"_members);
  CHECK(again.open() == "DE IT"_members);
  CHECK(again.unknown() == "DE IT"_members);
  CHECK(again.undecided().empty());
  CHECK(again.others(vote::against).open() == "DE IT"_members);  // they were named as unknown
  CHECK(italy_open.reopened("IT"_members).unknown() == "IT"_members);
}

TEST_CASE("an open vote may be cast through a proxy", "[vote][open_ballot]") {
  auto const b = italy_open.represented("IT"_ms, "FR"_ms);
  CHECK(b.open() == "IT"_members);
  CHECK(b.known().represented() == "IT"_members);
  CHECK(b.completed("IT"_members).holder_of("IT"_ms) == "FR"_ms);
  CHECK(cod::test::caught([&] { (void)b.represented("DE"_ms, "FR"_ms); }).code() == cod::error_code::bad_proxy);
}

TEST_CASE("COD-B401: no member is on two sides, and being undecided is a side", "[vote][open_ballot]") {
  auto const twice = cod::error_code::member_on_two_sides;
  CHECK(cod::test::caught([] { (void)italy_open.against("IT"_members); }).code() == twice);
  CHECK(cod::test::caught([] { (void)italy_open.in_favour("CZ"_members); }).code() == twice);
  CHECK(cod::test::caught([] { (void)italy_open.undecided("CZ"_members); }).code() == twice);
  CHECK(cod::test::caught([] { (void)italy_open.unknown("CZ"_members); }).code() == twice);
  CHECK(cod::test::caught([] { (void)italy_open.unknown("IT"_members); }).code() == twice);
  CHECK(cod::test::caught([] { (void)italy_open.undecided("IT"_members); }).code() == twice);
}

TEST_CASE("COD-B401: only open votes can be completed", "[vote][open_ballot]") {
  try {
    (void)italy_open.completed("CZ IT"_members);
    FAIL("the vote of Czechia is known");
  } catch (cod::error const& e) {
    CHECK(e.code() == cod::error_code::member_on_two_sides);
    CHECK_THAT(e.what(), cod::test::contains("CZ has a vote in this ballot, and cannot be completed"));
  }
}

TEST_CASE("COD-B403: who is no member cannot be entered, neither with a vote nor as undecided or unknown", "[vote][open_ballot]") {
  auto const stranger = cod::error_code::voter_not_in_council;
  CHECK(cod::test::caught([] { (void)nobody_known.in_favour("UK"_members); }).code() == stranger);
  CHECK(cod::test::caught([] { (void)nobody_known.undecided("UK"_members); }).code() == stranger);
  CHECK(cod::test::caught([] { (void)nobody_known.unknown("UA"_members); }).code() == stranger);
  CHECK(cod::test::caught([] { (void)nobody_known.completed("UK"_members); }).code() == stranger);
  CHECK(cod::test::caught([] { (void)nobody_known.changed("UK"_members, vote::against); }).code() == stranger);
  CHECK(cod::test::caught([] { (void)nobody_known.reopened("UK"_members); }).code() == stranger);
}
