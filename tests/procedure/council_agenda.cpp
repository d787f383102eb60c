// SPDX-License-Identifier: BSL-1.0
// The way of an item to the Council: each step from where it is possible, and refused elsewhere.
#include <codecision/io/text.hpp>
#include <codecision/procedure/council_agenda.hpp>
#include <codecision/procedure/indicative_tally.hpp>

#include <type_traits>

#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
namespace proc = codecision::procedure;
using namespace codecision::literals;
using cod::test::caught;
using cod::test::contains;
using place = proc::agenda_place;
using step = proc::agenda_step;

namespace {

constexpr auto day = "2025-11-26"_date;
constexpr auto subject = proc::council_configuration::justice_and_home_affairs;

cod::ballot everybody() { return cod::ballot{cod::council_on("2024-06-03"_date)}.others(cod::vote::in_favour); }

/// An item at each place, by the shortest way.
proc::agenda_item item_at(place where) {
  auto const fresh = proc::agenda_item{subject};
  auto const in_coreper = [&] { return fresh.take(step::list_as_ii_item, day); };
  auto const in_question = [&] { return in_coreper().take(step::list_as_a_item, day).take(step::request_withdrawal, day); };
  switch (where) {
    case place::working_party: return fresh;
    case place::coreper_i_item: return fresh.take(step::list_as_i_item, day);
    case place::coreper_ii_item: return in_coreper();
    case place::a_item: return in_coreper().take(step::list_as_a_item, day);
    case place::a_item_in_question: return in_question();
    case place::b_item: return in_coreper().take(step::list_as_b_item, day);
    case place::false_b_item: return in_coreper().take(step::list_as_false_b_item, day);
    case place::withdrawn: return in_question().take(step::withdraw, day);
    case place::sent_back: return in_coreper().take(step::list_as_b_item, day).take(step::send_back, day);
    case place::adopted: return in_coreper().take(step::list_as_a_item, day).adopt(cod::rules::qualified_majority(), everybody(), day);
  }
  return fresh;
}

proc::agenda_item taken(proc::agenda_item const& item, step s) {
  switch (proc::row_of(s).needed) {
    case proc::agenda_majority::no_vote: return item.take(s, day);
    case proc::agenda_majority::of_the_act: return item.adopt(cod::rules::qualified_majority(), everybody(), day);
    case proc::agenda_majority::simple_majority:
    case proc::agenda_majority::unanimity: break;
  }
  return item.take(s, day, everybody());
}

// The places from which each step is possible, written down a second time by hand.
struct possible {
  step what;
  std::initializer_list<place> from;
  place to;
};
possible const by_hand[] = {
    {step::list_as_i_item, {place::working_party, place::withdrawn, place::sent_back}, place::coreper_i_item},
    {step::list_as_ii_item, {place::working_party, place::withdrawn, place::sent_back}, place::coreper_ii_item},
    {step::return_to_working_party, {place::coreper_i_item, place::coreper_ii_item, place::withdrawn, place::sent_back}, place::working_party},
    {step::list_as_a_item, {place::coreper_i_item, place::coreper_ii_item}, place::a_item},
    {step::list_as_b_item, {place::coreper_i_item, place::coreper_ii_item}, place::b_item},
    {step::list_as_false_b_item, {place::coreper_i_item, place::coreper_ii_item}, place::false_b_item},
    {step::add_at_the_meeting, {place::working_party, place::coreper_i_item, place::coreper_ii_item, place::withdrawn, place::sent_back}, place::b_item},
    {step::request_withdrawal, {place::a_item}, place::a_item_in_question},
    {step::expect_discussion, {place::a_item}, place::a_item_in_question},
    {step::withdraw, {place::a_item_in_question}, place::withdrawn},
    {step::keep_as_a_item, {place::a_item_in_question}, place::a_item},
    {step::keep_as_b_item, {place::a_item_in_question}, place::b_item},
    {step::adopt, {place::a_item, place::b_item, place::false_b_item}, place::adopted},
    {step::send_back, {place::a_item, place::b_item, place::false_b_item}, place::sent_back},
};

}  // namespace

TEST_CASE("each step leads from its places and is refused everywhere else, with what is possible instead", "[procedure][council_agenda]") {
  REQUIRE(std::size(by_hand) == proc::agenda_step_count);
  for (auto const& row : by_hand)
    for (std::size_t i = 0; i < proc::agenda_place_count; ++i) {
      auto const here = static_cast<place>(i);
      auto const item = item_at(here);
      REQUIRE(item.place() == here);
      auto allowed = false;
      for (auto const p : row.from) allowed = allowed || p == here;
      INFO(proc::name(row.what) << " at " << proc::name(here));
      CHECK(proc::is_possible(row.what, here) == allowed);
      if (allowed) {
        CHECK(taken(item, row.what).place() == row.to);
      } else {
        auto const e = caught([&] { static_cast<void>(taken(item, row.what)); });
        CHECK(e.code() == cod::error_code::step_not_possible);
        CHECK(e.have() == proc::possible_steps(here));
      }
    }
}

TEST_CASE("every step has a provision, and what is from memory says so", "[procedure][council_agenda]") {
  for (std::size_t i = 0; i < proc::agenda_step_count; ++i) {
    auto const& row = proc::agenda_transitions[i];
    CHECK(row.step == static_cast<step>(i));
    REQUIRE(row.source != nullptr);
    CHECK_FALSE(row.source->article.empty());
  }
  CHECK(proc::row_of(step::add_at_the_meeting).source->status == cod::support::from_memory);
  CHECK(proc::row_of(step::withdraw).source->status == cod::support::confirmed);
}

TEST_CASE("an item is adopted by the act's own majority; without it the item goes back", "[procedure][council_agenda]") {
  auto const council = cod::council_on("2024-06-03"_date);
  auto const b_item = item_at(place::b_item);
  CHECK(b_item.adopt(cod::rules::qualified_majority(), cod::ballot{council}.against("DE FR IT"_members).others(cod::vote::in_favour), day).place() == place::adopted);
  auto const failed = b_item.adopt(cod::rules::qualified_majority(), cod::ballot{council}.against("DE FR IT MT"_members).others(cod::vote::in_favour), day);
  CHECK(failed.place() == place::sent_back);
  CHECK_FALSE(failed.carried());
}

TEST_CASE("any configuration can adopt an A item", "[procedure][council_agenda]") {
  auto const adopted = item_at(place::a_item).adopt(cod::rules::qualified_majority(), everybody(), day, proc::council_configuration::agriculture_and_fisheries);
  CHECK(adopted.adopted_in() == proc::council_configuration::agriculture_and_fisheries);
  CHECK_THAT(cod::io::to_text(proc::explain(adopted)), contains("adopted by Agriculture and Fisheries: the Council is one"));
}

TEST_CASE("ambassadors prepare four configurations, their deputies six", "[procedure][council_agenda][from_memory]") {
  int by_ambassadors = 0;
  for (std::size_t i = 0; i < proc::council_configuration_count; ++i)
    by_ambassadors += proc::coreper_for(static_cast<proc::council_configuration>(i)) == proc::coreper_part::two ? 1 : 0;
  CHECK(by_ambassadors == 4);
  CHECK(proc::agenda_item{subject}.prepared_by() == proc::coreper_part::two);
  CHECK(proc::coreper_for(proc::council_configuration::environment) == proc::coreper_part::one);
}

TEST_CASE("a step with a vote needs a ballot, and one without takes none", "[procedure][council_agenda]") {
  auto const in_question = item_at(place::a_item_in_question);
  CHECK(caught([&] { static_cast<void>(in_question.take(step::keep_as_a_item, day)); }).code() == cod::error_code::majority_without_figures);
  CHECK(caught([&] { static_cast<void>(in_question.take(step::withdraw, day, everybody())); }).code() == cod::error_code::step_not_possible);
  CHECK(caught([&] { static_cast<void>(item_at(place::a_item).take(step::adopt, day, everybody())); }).code() == cod::error_code::step_not_possible);
}

TEST_CASE("steps come in the order of their days, and each has one", "[procedure][council_agenda]") {
  auto const item = item_at(place::coreper_ii_item);
  CHECK(caught([&] { static_cast<void>(item.take(step::list_as_a_item, "2025-11-25"_date)); }).code() == cod::error_code::step_out_of_order);
  CHECK(caught([&] { static_cast<void>(item.take(step::list_as_a_item, cod::date{boost::date_time::not_a_date_time})); }).code() ==
        cod::error_code::step_out_of_order);
}

TEST_CASE("for a meeting on Monday 8 December 2025 the agenda goes out on 24 November", "[procedure][council_agenda]") {
  constexpr auto notice = proc::notice_before("2025-12-08"_date);
  STATIC_REQUIRE(notice.agenda.last_day == "2025-11-24"_date);
  STATIC_REQUIRE(notice.request.last_day == "2025-11-22"_date);
  // The week before the meeting is 1 to 7 December; the week preceding it ends on Sunday 30 November.
  STATIC_REQUIRE(notice.done_in_coreper == "2025-11-30"_date);
  STATIC_REQUIRE(proc::notice_before("2025-12-08"_date, proc::week_end::friday).done_in_coreper == "2025-11-28"_date);
  CHECK(notice.agenda.is_met_by("2025-11-24"_date));
  CHECK_FALSE(notice.agenda.is_met_by("2025-11-25"_date));
  CHECK_THAT(cod::io::to_text(proc::explain(notice)), contains("requests with documents by 2025-11-22, the provisional agenda by 2025-11-24"));
  CHECK_THAT(cod::io::to_text(proc::explain(notice)), contains("[from memory]"));
  // A meeting at the end of the same week has the same last day in Coreper.
  STATIC_REQUIRE(proc::notice_before("2025-12-14"_date).done_in_coreper == "2025-11-30"_date);
}

TEST_CASE("the whole way is a constant expression", "[procedure][council_agenda]") {
  constexpr auto item = proc::agenda_item{subject}
                            .take(step::list_as_i_item, "2025-11-19"_date)
                            .take(step::list_as_a_item, "2025-11-26"_date)
                            .take(step::request_withdrawal, "2025-12-08"_date)
                            .take(step::withdraw, "2025-12-08"_date);
  STATIC_REQUIRE(item.place() == place::withdrawn);
}

// ----- the indicative tally -----

TEST_CASE("a tally counts like a vote and is none", "[procedure][indicative_tally]") {
  auto const council = cod::council_on("2024-06-03"_date);
  auto const all_known = proc::indicative_tally{cod::rules::qualified_majority(), cod::ballot{council}.against("DE FR IT MT"_members).others(cod::vote::in_favour)};
  CHECK(all_known.appears() == proc::appearance::no_majority);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<proc::indicative_tally, cod::outcome>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<cod::outcome, proc::indicative_tally>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<cod::ballot, proc::indicative_tally>);
  CHECK_THAT(cod::io::to_text(proc::explain(all_known)), contains("indicative, without legal effect"));
}

TEST_CASE("who has not said is unknown: the tally is open exactly when they can turn it", "[procedure][indicative_tally]") {
  // Against brute force: every way in which the unknown members may vote, under three rules.
  auto const council = cod::council_on("2024-06-03"_date);
  auto const unknown = "DE FR LU MT CY"_members;
  for (auto const& rule : {cod::rules::qualified_majority(), cod::rules::simple_majority(), cod::rules::unanimity()})
    for (auto const* against : {"", "IT", "IT ES PL RO", "IT ES PL RO NL BE EL CZ SE HU AT BG DK"}) {
      auto const known = cod::ballot{council}.against(cod::parse_members(against)).in_favour(council.members() - unknown - cod::parse_members(against));
      bool ever = false, always = true;
      for (unsigned bits = 0; bits < 32; ++bits) {
        auto ballot = known;
        unsigned i = 0;
        for (auto const m : unknown) ballot = ballot.with(m, (bits >> i++ & 1u) != 0 ? cod::vote::in_favour : cod::vote::against);
        auto const reached = cod::evaluate(rule, ballot).majority_attained();
        ever = ever || reached;
        always = always && reached;
      }
      auto const expected = always ? proc::appearance::majority : ever ? proc::appearance::open : proc::appearance::no_majority;
      INFO(rule.name() << " against " << against);
      CHECK(proc::indicative_tally(rule, known).appears() == expected);
      CHECK(proc::indicative_tally(rule, known).unknown() == unknown);
    }
}
