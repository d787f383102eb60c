// SPDX-License-Identifier: BSL-1.0
// Which opinions count, what is refused, and what the explanation says.
#include <codecision/io/text.hpp>
#include <codecision/procedure/subsidiarity.hpp>

#include <string>

#include "cases/vectors.hpp"
#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
namespace proc = codecision::procedure;
using namespace codecision::literals;
using cod::test::caught;
using cod::test::contains;

namespace {

constexpr proc::scrutinised_draft draft{.basis = {"TFEU 114"}, .transmitted = "2024-02-01"_date, .last_day = "2024-03-28"_date};
constexpr auto in_time = "2024-03-28"_date;

cod::error_code refused(proc::reasoned_opinion const& opinion) {
  return caught([&] { static_cast<void>(proc::count_opinions(draft, {opinion})); }).code();
}

constexpr auto two_parliaments = proc::count_opinions(
    draft, {{.parliament = cod::member_state::sweden, .received = in_time},
            {.parliament = cod::member_state::germany, .from = cod::chamber::second, .received = in_time}});
static_assert(two_parliaments.votes() == 3);
static_assert(two_parliaments.shown() == proc::card::none);
static_assert(two_parliaments.yellow().margin() == -15);

}  // namespace

TEST_CASE("a parliament of one chamber has two votes, each of two chambers has one", "[procedure][subsidiarity]") {
  CHECK(two_parliaments.votes_of("SE"_ms) == 2);
  CHECK(two_parliaments.votes_of("DE"_ms) == 1);
  CHECK(two_parliaments.votes_of("FR"_ms) == 0);
  auto const both = proc::count_opinions(draft, {{.parliament = "IT"_ms, .from = cod::chamber::first, .received = in_time},
                                                 {.parliament = "IT"_ms, .from = cod::chamber::second, .received = in_time},
                                                 {.parliament = "ES"_ms, .received = in_time}});
  CHECK(both.votes_of("IT"_ms) == 2);
  CHECK(both.votes_of("ES"_ms) == 2);  // both chambers together
}

TEST_CASE("the thresholds of the vectors hold for 27 and for 28 members", "[procedure][subsidiarity]") {
  for (auto const& v : cod::test::vectors("misc.json", 10)) {
    auto const id = v["id"].get<std::string>();
    if (id != "M4" && id != "M5") continue;
    auto const day = id == "M4" ? "2024-06-01"_date : "2015-06-01"_date;
    INFO(id);
    CHECK(cod::subsidiarity_votes_on(day) == v["votes"].get<int>());
    CHECK(cod::rules::yellow_card.need(cod::subsidiarity_votes_on(day)) == v["yellow"].get<int>());
    CHECK(cod::rules::yellow_card_art_76.need(cod::subsidiarity_votes_on(day)) == v["yellow_art76"].get<int>());
    CHECK(cod::rules::orange_card.need(cod::subsidiarity_votes_on(day)) == v["orange"].get<int>());
    CHECK(cod::rules::stop_by_the_council().members_needed(cod::members_on(day).size()) == v["council_stop"].get<int>());
  }
}

TEST_CASE("an opinion counts when it is on subsidiarity and came in by the last day", "[procedure][subsidiarity]") {
  auto const result = proc::count_opinions(draft, {{.parliament = "SE"_ms, .received = "2024-03-28"_date},
                                                   {.parliament = "DK"_ms, .received = "2024-03-29"_date},
                                                   {.parliament = "FI"_ms, .received = in_time, .on_subsidiarity = false}});
  CHECK(result.votes() == 2);
  CHECK(result.opinions(proc::opinion_standing::counts) == 1);
  CHECK(result.opinions(proc::opinion_standing::too_late) == 1);
  CHECK(result.opinions(proc::opinion_standing::not_on_subsidiarity) == 1);
}

TEST_CASE("an opinion that does not count does not use up the votes of its chamber", "[procedure][subsidiarity]") {
  auto const result = proc::count_opinions(draft, {{.parliament = "SE"_ms, .received = "2024-02-20"_date, .on_subsidiarity = false},
                                                   {.parliament = "SE"_ms, .received = in_time}});
  CHECK(result.votes() == 2);
}

TEST_CASE("the share is of all votes, not of those that were used", "[procedure][subsidiarity]") {
  auto const result = proc::count_opinions(draft, {{.parliament = "SE"_ms, .received = in_time}});
  CHECK(result.votes_allocated() == 54);
  CHECK(result.orange().need == 28);
}

TEST_CASE("the British Parliament spoke in January 2020 and had no votes when the period ended", "[procedure][subsidiarity][interpretation]") {
  proc::scrutinised_draft then{.basis = {"TFEU 114"}, .transmitted = "2020-01-08"_date, .last_day = "2020-03-04"_date};
  proc::reasoned_opinion const lords{.parliament = "UK"_ms, .from = cod::chamber::second, .received = "2020-01-30"_date};
  CHECK(proc::count_opinions(then, {lords}).opinions(proc::opinion_standing::no_longer_a_member) == 1);
  CHECK(proc::count_opinions(then, {lords}).votes_allocated() == 54);
  then.membership_on = "2020-01-08"_date;  // the other reading: the members of the day of transmission
  CHECK(proc::count_opinions(then, {lords}).votes() == 1);
  CHECK(proc::count_opinions(then, {lords}).votes_allocated() == 56);
}

TEST_CASE("the last day can be computed: transmitted on 11 May 2022, the eight weeks end on 6 July", "[procedure][subsidiarity]") {
  proc::scrutinised_draft const draft_of_may{.basis = {"TFEU 114"}, .transmitted = "2022-05-11"_date};
  auto const with_period = proc::with_eight_weeks(draft_of_may, proc::institution_holidays());
  CHECK(with_period.last_day == "2022-07-06"_date);
  CHECK(proc::count_opinions(with_period, {{.parliament = "SE"_ms, .received = "2022-07-06"_date}}).votes() == 2);
  CHECK(proc::count_opinions(with_period, {{.parliament = "SE"_ms, .received = "2022-07-07"_date}}).votes() == 0);
  CHECK(caught([&] { static_cast<void>(proc::count_opinions(draft_of_may, {})); }).code() == cod::error_code::bad_period);
}

TEST_CASE("an August that is not counted gives the parliaments more time", "[procedure][subsidiarity]") {
  proc::scrutinised_draft const of_july{.basis = {"TFEU 114"}, .transmitted = "2025-07-16"_date};
  auto const august_counts = proc::with_eight_weeks(of_july, proc::institution_holidays());
  auto const without_august = proc::with_eight_weeks(of_july, proc::institution_holidays(), proc::discounting::august_and_year_end);
  CHECK(august_counts.last_day == "2025-09-10"_date);
  CHECK(without_august.last_day == "2025-10-13"_date);
}

TEST_CASE("a chamber counted twice is error COD-M102", "[procedure][subsidiarity]") {
  auto const twice = [](cod::chamber a, cod::chamber b) {
    return caught([&] {
      static_cast<void>(proc::count_opinions(draft, {{.parliament = "PL"_ms, .from = a, .received = in_time}, {.parliament = "PL"_ms, .from = b, .received = in_time}}));
    });
  };
  CHECK(twice(cod::chamber::second, cod::chamber::second).code() == cod::error_code::member_twice);
  CHECK_THAT(twice(cod::chamber::second, cod::chamber::second).message(), contains("Senate (PL)"));
  CHECK(twice(cod::chamber::first, cod::chamber::whole).code() == cod::error_code::member_twice);
  CHECK(twice(cod::chamber::whole, cod::chamber::second).code() == cod::error_code::member_twice);
}

TEST_CASE("opinions that cannot be are refused", "[procedure][subsidiarity]") {
  CHECK(refused({.parliament = "UK"_ms, .received = in_time}) == cod::error_code::not_a_member);
  CHECK(refused({.parliament = "UA"_ms, .received = in_time}) == cod::error_code::not_a_member);
  CHECK(refused({.parliament = "SE"_ms, .received = "2024-01-31"_date}) == cod::error_code::step_out_of_order);
  CHECK(refused({.parliament = "SE"_ms}) == cod::error_code::step_out_of_order);
  CHECK(refused({.parliament = "SE"_ms, .from = cod::chamber::second, .received = in_time}) == cod::error_code::wrong_body);
}

TEST_CASE("drafts that cannot be are refused", "[procedure][subsidiarity]") {
  auto const code_of = [](auto change) {
    auto changed = draft;
    change(changed);
    return caught([&] { static_cast<void>(proc::count_opinions(changed, {})); }).code();
  };
  CHECK(code_of([](auto& d) { d.last_day = d.transmitted; }) == cod::error_code::bad_period);
  CHECK(code_of([](auto& d) { d.last_day = cod::date{boost::date_time::not_a_date_time}; }) == cod::error_code::bad_period);
  CHECK(code_of([](auto& d) { d.exclusive_competence = true; }) == cod::error_code::wrong_procedure);
  CHECK(code_of([](auto& d) { d.basis = {"TFEU 999"}; }) == cod::error_code::unknown_legal_basis);
  CHECK(code_of([](auto& d) { d.transmitted = cod::make_date(2009, 1, 1); d.last_day = cod::make_date(2009, 3, 1); }) == cod::error_code::rule_not_in_force);
}

TEST_CASE("which articles belong to Article 76 is read from the number, not from its first digits", "[procedure][subsidiarity]") {
  auto const on = [](char const* article) { auto d = draft; d.basis = {article}; return proc::is_on_the_basis_of_article_76(d); };
  for (auto const* article : {"TFEU 74", "TFEU 82(1)", "TFEU 83(1) subpara 3", "TFEU 86(1)", "TFEU 88(2)", "TFEU 89"}) CHECK(on(article));
  for (auto const* article : {"TFEU 75", "TFEU 81(2)", "TFEU 114", "TFEU 8", "TFEU 828", "TEU 82", "TFEU 77(2)(a)"}) CHECK_FALSE(on(article));
}

TEST_CASE("the explanation says what there is, what is needed, who was counted and what follows", "[procedure][subsidiarity]") {
  auto const text = cod::io::to_text(proc::explain(proc::count_opinions(
      draft, {{.parliament = "SE"_ms, .received = in_time}, {.parliament = "DK"_ms, .received = "2024-04-02"_date}})));
  CHECK_THAT(text, contains("no card for a draft on TFEU 114: 2 of 54 votes by 2024-03-28"));
  CHECK_THAT(text, contains("yellow card: 2 of 54 votes, 18 needed: 16 votes short"));
  CHECK_THAT(text, contains("orange card: 2 of 54 votes, 28 needed: 26 votes short"));
  CHECK_THAT(text, contains("counted: SE 2"));
  CHECK_THAT(text, contains("not counted: 1 opinion received too late"));
  CHECK(text.find("must be reviewed") == std::string::npos);
}
