// SPDX-License-Identifier: BSL-1.0
// Rules of Procedure, Article 12: written procedures, and silence.
#include <codecision/procedure/written_procedure.hpp>

#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
namespace proc = codecision::procedure;
using namespace codecision::literals;
using cod::test::caught;

namespace {
constexpr auto qualified = cod::rules::qualified_majority();
constexpr auto nobody_asked_the_commission = proc::commission_and_writing::did_not_bring_it;

cod::ballot all_but(cod::member_set against, cod::electorate const& council) {
  return cod::ballot{council}.against(against).others(cod::vote::in_favour);
}
}  // namespace

TEST_CASE("a regulation cannot be adopted by silence: it is not within Article 12(2)(a) to (d)", "[law][rop_12]") {
  auto const e = caught([] {
    static_cast<void>(proc::silence_procedure{proc::silence_matter::legislative_act, cod::council_of_year(2024), "2024-06-01"_date, "2024-06-04"_date});
  });
  CHECK(e.code() == cod::error_code::wrong_procedure);
  CHECK_THAT(e.message(), cod::test::contains("legislative act"));
  CHECK_THAT(e.have(), cod::test::contains("12(2)(a) to (d)"));
  STATIC_REQUIRE_FALSE(proc::is_open_to_silence(proc::silence_matter::other_act));
}

TEST_CASE("what is put to silence is deemed adopted at the end of the period, unless one member objects", "[law][rop_12]") {
  auto const silence = proc::silence_procedure{proc::silence_matter::foreign_policy_by_coreu, cod::council_of_year(2024), "2024-06-03"_date, "2024-06-05"_date};
  CHECK(silence.on("2024-06-04"_date) == proc::silence_state::running);
  CHECK(silence.on("2024-06-05"_date) == proc::silence_state::deemed_adopted);
  auto const broken = silence.objection("HU"_ms, "2024-06-05"_date);
  CHECK(broken.on("2024-06-06"_date) == proc::silence_state::stopped);
  CHECK(broken.objecting() == "HU"_members);
}

TEST_CASE("replies to Parliament and appointments pass Coreper first", "[law][rop_12]") {
  auto const council = cod::council_of_year(2024);
  for (auto const matter : {proc::silence_matter::reply_to_parliament, proc::silence_matter::committee_appointments}) {
    CHECK(caught([&] { static_cast<void>(proc::silence_procedure{matter, council, "2024-06-03"_date, "2024-06-05"_date}); }).code() == cod::error_code::wrong_procedure);
    CHECK(proc::silence_procedure{matter, council, "2024-06-03"_date, "2024-06-05"_date, proc::after_coreper::yes}.on("2024-06-05"_date) ==
          proc::silence_state::deemed_adopted);
  }
}

TEST_CASE("the written procedure is used when all agree, and the act then needs its own majority only", "[law][rop_12]") {
  auto const council = cod::council_on("2024-06-03"_date);
  auto const in_writing = proc::written_procedure{qualified, all_but({}, council), "2024-06-03"_date, nobody_asked_the_commission};
  REQUIRE(in_writing.may_be_used());
  CHECK(in_writing.vote_on_the_act(all_but("HU SK"_members, council)).adopted());
  auto const refused = proc::written_procedure{qualified, all_but("HU"_members, council), "2024-06-03"_date, nobody_asked_the_commission};
  CHECK_FALSE(refused.may_be_used());
  CHECK(caught([&] { static_cast<void>(refused.vote_on_the_act(all_but({}, council))); }).code() == cod::error_code::step_not_possible);
}

TEST_CASE("from 23 March 2020 to 30 June 2022 the rule of the act decided whether to use it", "[law][rop_12]") {
  auto const may_be_used_on = [](cod::date day) {
    auto const council = cod::council_on(day, 2020);  // the figures of 2020: there is no table for 2022
    return proc::written_procedure{qualified, all_but("HU"_members, council), day, nobody_asked_the_commission}.may_be_used();
  };
  CHECK_FALSE(may_be_used_on("2020-03-22"_date));
  CHECK(may_be_used_on("2020-03-23"_date));
  CHECK(may_be_used_on("2022-06-30"_date));
  CHECK_FALSE(may_be_used_on("2022-07-01"_date));
}

TEST_CASE("an act that needs unanimity needed it in those two years too", "[law][rop_12]") {
  auto const council = cod::council_on("2020-06-01"_date);
  CHECK_FALSE(proc::written_procedure{cod::rules::unanimity(), all_but("HU"_members, council), "2020-06-01"_date, nobody_asked_the_commission}.may_be_used());
}

TEST_CASE("the Commission must agree to a written vote on what it brought", "[law][rop_12][from_memory]") {
  auto const council = cod::council_on("2024-06-03"_date);
  auto const with = [&](proc::commission_and_writing c) { return proc::written_procedure{qualified, all_but({}, council), "2024-06-03"_date, c}; };
  CHECK(with(proc::commission_and_writing::agrees).may_be_used());
  CHECK_FALSE(with(proc::commission_and_writing::does_not_agree).may_be_used());
}
