// SPDX-License-Identifier: BSL-1.0
#include <codecision/council/council.hpp>
#include <codecision/vote/ballot.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {
cod::ballot empty_ballot() { return cod::ballot{cod::council_of_year(2024)}; }
}  // namespace

TEST_CASE("a ballot grows call by call, and the ballot it came from stays as it was", "[vote][ballot]") {
  auto const none = empty_ballot();
  auto const some = none.in_favour("DE FR"_members).against("NL"_members).abstaining("IT"_members).abstaining_formally("AT"_members).absent("MT"_members);
  CHECK(none.voted().empty());
  CHECK(some.side(cod::vote::in_favour) == "DE FR"_members);
  CHECK(some.side(cod::vote::against) == "NL"_members);
  CHECK(some.side(cod::vote::abstain) == "IT"_members);
  CHECK(some.side(cod::vote::abstain_formally) == "AT"_members);
  CHECK(some.side(cod::vote::absent) == "MT"_members);
  CHECK(some.unfinished().size() == 27 - 6);
  CHECK(some.others(cod::vote::in_favour).unfinished().empty());
}

TEST_CASE("the same vote can be entered for some members now and for more later", "[vote][ballot]") {
  CHECK(empty_ballot().against("NL"_members).against("PL"_members).side(cod::vote::against) == "NL PL"_members);
  CHECK(empty_ballot().others(cod::vote::against).others(cod::vote::in_favour).side(cod::vote::in_favour).empty());
  CHECK(empty_ballot().against({}).voted().empty());
}

TEST_CASE("a member on two sides is an error, and so is one entered twice on the same side", "[vote][ballot]") {
  auto const two_sides = cod::test::caught([] { static_cast<void>(empty_ballot().in_favour("NL PL"_members).against("CZ NL"_members)); });
  CHECK(two_sides.code() == cod::error_code::member_on_two_sides);
  CHECK_THAT(two_sides.message(), cod::test::contains("NL stands"));
  CHECK(cod::test::caught([] { static_cast<void>(empty_ballot().against("NL"_members).against("NL"_members)); }).code() ==
        cod::error_code::member_on_two_sides);
}

TEST_CASE("whoever is not in the council cannot vote: a former member, a candidate, one who does not take part", "[vote][ballot]") {
  for (auto const who : {"UK"_members, "UA"_members, "DE UK"_members}) {
    auto const e = cod::test::caught([&] { static_cast<void>(empty_ballot().in_favour(who)); });
    CHECK(e.code() == cod::error_code::voter_not_in_council);
  }
  auto const opted_out = cod::test::caught([] { static_cast<void>(cod::ballot{cod::council_of_year(2024).without("DK IE"_members)}.against("DK"_members)); });
  CHECK(opted_out.code() == cod::error_code::voter_not_in_council);
  CHECK_THAT(opted_out.message(), cod::test::contains("not taking part"));
}

TEST_CASE("what if they voted otherwise: a changed ballot moves them and nobody else", "[vote][ballot]") {
  auto const before = empty_ballot().against("NL PL"_members).others(cod::vote::in_favour);
  auto const after = before.changed("NL DE"_members, cod::vote::abstain);
  CHECK(after.side(cod::vote::against) == "PL"_members);
  CHECK(after.side(cod::vote::abstain) == "DE NL"_members);
  CHECK(after.side(cod::vote::in_favour) == before.side(cod::vote::in_favour) - "DE"_members);
  CHECK(cod::test::caught([&] { static_cast<void>(before.changed("UK"_members, cod::vote::against)); }).code() == cod::error_code::voter_not_in_council);
}

TEST_CASE("present is whoever is neither absent nor represented", "[vote][ballot]") {
  auto const ballot = empty_ballot().absent("MT"_members).others(cod::vote::in_favour).represented("CY"_ms, "EL"_ms);
  CHECK(ballot.present().size() == 25);
  CHECK_FALSE(ballot.present().contains("MT"_ms));
  CHECK_FALSE(ballot.present().contains("CY"_ms));
  CHECK(ballot.represented() == "CY"_members);
}

TEST_CASE("a ballot that says one and the same member is absent and represented contradicts itself", "[vote][ballot]") {
  CHECK_FALSE(empty_ballot().others(cod::vote::in_favour).represented("CY"_ms, "EL"_ms).contradicts_a_proxy());
  CHECK(empty_ballot().absent("CY"_members).others(cod::vote::in_favour).represented("CY"_ms, "EL"_ms).contradicts_a_proxy());
  CHECK(empty_ballot().absent("EL"_members).others(cod::vote::in_favour).represented("CY"_ms, "EL"_ms).contradicts_a_proxy());
}
