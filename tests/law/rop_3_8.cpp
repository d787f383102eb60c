// SPDX-License-Identifier: BSL-1.0
// Rules of Procedure, Article 3(7) and (8): an A item is withdrawn when somebody asks, unless the Council decides otherwise.
#include <codecision/procedure/council_agenda.hpp>

#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
namespace proc = codecision::procedure;
using namespace codecision::literals;
using cod::test::caught;
using cod::test::first;

namespace {

constexpr auto meeting = "2025-12-08"_date;

proc::agenda_item a_item(cod::member_set not_voting = {}) {
  return proc::agenda_item{proc::council_configuration::justice_and_home_affairs, not_voting}
      .take(proc::agenda_step::list_as_i_item, "2025-11-19"_date)
      .take(proc::agenda_step::list_as_a_item, "2025-11-26"_date);
}

/// So many of the council vote for keeping the item, all others against.
cod::ballot to_keep(int in_favour, cod::electorate const& council) {
  return cod::ballot{council}.in_favour(first(in_favour, council)).others(cod::vote::against);
}

}  // namespace

TEST_CASE("a delegation asks for withdrawal and the Council does not decide otherwise: the A item is withdrawn", "[law][rop_3_8]") {
  auto const item = a_item().take(proc::agenda_step::request_withdrawal, meeting).take(proc::agenda_step::withdraw, meeting);
  CHECK(item.place() == proc::agenda_place::withdrawn);
}

TEST_CASE("fourteen of 27 decide to keep it: it stays an A item", "[law][rop_3_8]") {
  auto const council = cod::council_on("2025-12-08"_date);
  auto const item = a_item().take(proc::agenda_step::request_withdrawal, meeting);
  auto const kept = item.take(proc::agenda_step::keep_as_a_item, meeting, to_keep(14, council));
  CHECK(kept.place() == proc::agenda_place::a_item);
  CHECK(kept.carried());
  auto const lost = item.take(proc::agenda_step::keep_as_a_item, meeting, to_keep(13, council));
  CHECK(lost.place() == proc::agenda_place::withdrawn);
  CHECK_FALSE(lost.carried());
}

TEST_CASE("abstaining does not help to keep it: a simple majority is of the component members", "[law][rop_3_8]") {
  auto const council = cod::council_on("2025-12-08"_date);
  auto const ballot = cod::ballot{council}.in_favour(first(13, council)).others(cod::vote::abstain);
  CHECK(a_item().take(proc::agenda_step::request_withdrawal, meeting).take(proc::agenda_step::keep_as_a_item, meeting, ballot).place() ==
        proc::agenda_place::withdrawn);
}

TEST_CASE("the same majority can keep it as a B item, to be debated", "[law][rop_3_8]") {
  auto const council = cod::council_on("2025-12-08"_date);
  auto const item = a_item().take(proc::agenda_step::expect_discussion, meeting).take(proc::agenda_step::keep_as_b_item, meeting, to_keep(14, council));
  CHECK(item.place() == proc::agenda_place::b_item);
}

TEST_CASE("who may not vote on the substance is not counted: 13 of 25 without Denmark and Ireland keep a Europol item", "[law][rop_3_8][rop_16]") {
  auto const item = a_item("DK IE"_members).take(proc::agenda_step::request_withdrawal, meeting);
  auto const council = cod::council_on("2025-12-08"_date);
  auto const entitled = council.without("DK IE"_members);
  CHECK(item.take(proc::agenda_step::keep_as_a_item, meeting, to_keep(13, entitled)).place() == proc::agenda_place::a_item);
  CHECK(item.take(proc::agenda_step::keep_as_a_item, meeting, to_keep(12, entitled)).place() == proc::agenda_place::withdrawn);
  auto const e = caught([&] { static_cast<void>(item.take(proc::agenda_step::keep_as_a_item, meeting, to_keep(14, council))); });
  CHECK(e.code() == cod::error_code::voter_not_in_council);
  CHECK_THAT(e.message(), cod::test::contains("DK IE do not vote on this item"));
}

TEST_CASE("only an A item is withdrawn in this way; it is not withdrawn before somebody asks", "[law][rop_3_8]") {
  auto const b_item = proc::agenda_item{proc::council_configuration::environment}
                          .take(proc::agenda_step::list_as_ii_item, meeting)
                          .take(proc::agenda_step::list_as_b_item, meeting);
  CHECK(caught([&] { static_cast<void>(b_item.take(proc::agenda_step::request_withdrawal, meeting)); }).code() == cod::error_code::step_not_possible);
  CHECK(caught([&] { static_cast<void>(a_item().take(proc::agenda_step::withdraw, meeting)); }).code() == cod::error_code::step_not_possible);
}

TEST_CASE("an item that is not on the provisional agenda is added by unanimity, in which abstaining is no obstacle", "[law][rop_3_7]") {
  auto const council = cod::council_on("2025-12-08"_date);
  auto const item = proc::agenda_item{proc::council_configuration::foreign_affairs};
  auto const all_but = [&](cod::vote v) { return cod::ballot{council}.with("HU"_members, v).others(cod::vote::in_favour); };
  CHECK(item.take(proc::agenda_step::add_at_the_meeting, meeting, all_but(cod::vote::abstain)).place() == proc::agenda_place::b_item);
  auto const refused = item.take(proc::agenda_step::add_at_the_meeting, meeting, all_but(cod::vote::against));
  CHECK(refused.place() == proc::agenda_place::working_party);
  CHECK_FALSE(refused.carried());
}
