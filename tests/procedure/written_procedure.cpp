// SPDX-License-Identifier: BSL-1.0
// What written and silence procedures refuse, and what they explain; the law is in law/rop_12.cpp.
#include <codecision/io/text.hpp>
#include <codecision/procedure/written_procedure.hpp>

#include "errors/caught.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
namespace proc = codecision::procedure;
using namespace codecision::literals;
using cod::test::caught;
using cod::test::contains;

namespace {
constexpr auto opened = "2024-06-03"_date;
constexpr auto last_day = "2024-06-05"_date;
proc::silence_procedure silence() {
  return {proc::silence_matter::consultation_of_institutions, cod::council_on("2024-06-03"_date), opened, last_day};
}
}  // namespace

TEST_CASE("four kinds of matter are open to silence, two of them after Coreper", "[procedure][written_procedure]") {
  using m = proc::silence_matter;
  for (auto const matter : {m::reply_to_parliament, m::committee_appointments, m::consultation_of_institutions, m::foreign_policy_by_coreu}) CHECK(proc::is_open_to_silence(matter));
  for (auto const matter : {m::legislative_act, m::other_act}) CHECK_FALSE(proc::is_open_to_silence(matter));
  CHECK(proc::needs_coreper_before_silence(m::reply_to_parliament));
  CHECK(proc::needs_coreper_before_silence(m::committee_appointments));
  CHECK_FALSE(proc::needs_coreper_before_silence(m::consultation_of_institutions));
  CHECK_FALSE(proc::needs_coreper_before_silence(m::foreign_policy_by_coreu));
}

TEST_CASE("objections outside the period or from outside the council are refused", "[procedure][written_procedure]") {
  CHECK(caught([] { static_cast<void>(silence().objection("HU"_ms, "2024-06-02"_date)); }).code() == cod::error_code::step_out_of_order);
  CHECK(caught([] { static_cast<void>(silence().objection("HU"_ms, "2024-06-06"_date)); }).code() == cod::error_code::time_limit_over);
  CHECK(caught([] { static_cast<void>(silence().objection("UK"_ms, last_day)); }).code() == cod::error_code::not_a_member);
}

TEST_CASE("a silence procedure that ends before it begins is error COD-T901", "[procedure][written_procedure]") {
  auto const e = caught([] {
    static_cast<void>(proc::silence_procedure{proc::silence_matter::foreign_policy_by_coreu, cod::council_on("2024-06-03"_date), last_day, opened});
  });
  CHECK(e.code() == cod::error_code::bad_period);
}

TEST_CASE("several members may object", "[procedure][written_procedure]") {
  auto const broken = silence().objection("HU"_ms, opened).objection("SK"_ms, last_day);
  CHECK(broken.objecting() == "HU SK"_members);
  CHECK_THAT(cod::io::to_text(proc::explain(broken, last_day)), contains("stopped by HU SK"));
  CHECK_THAT(cod::io::to_text(proc::explain(silence(), last_day)), contains("deemed adopted, nobody objected"));
}

TEST_CASE("a written procedure has a day", "[procedure][written_procedure]") {
  auto const everybody = cod::ballot{cod::council_on("2024-06-03"_date)}.others(cod::vote::in_favour);
  CHECK(caught([&] {
          static_cast<void>(proc::written_procedure{cod::rules::unanimity(), everybody, cod::date{boost::date_time::not_a_date_time},
                                                    proc::commission_and_writing::agrees});
        }).code() == cod::error_code::step_out_of_order);
}

TEST_CASE("the explanation names the rule and the provision of the day", "[procedure][written_procedure]") {
  auto const on = [](cod::date day) {
    auto const everybody = cod::ballot{cod::council_on(day, 2020)}.others(cod::vote::in_favour);
    return cod::io::to_text(proc::explain(proc::written_procedure{cod::rules::qualified_majority(), everybody, day, proc::commission_and_writing::does_not_agree}));
  };
  CHECK_THAT(on("2021-06-01"_date), contains("by qualified majority on 2021-06-01: reached"));
  CHECK_THAT(on("2021-06-01"_date), contains("Decision (EU) 2020/430"));
  CHECK_THAT(on("2022-07-01"_date), contains("by unanimity on 2022-07-01: reached"));
  CHECK_THAT(on("2022-07-01"_date), contains("the Commission, which brought the matter, does not agree"));
}

TEST_CASE("who does not answer in writing is absent: unanimity is not reached without it", "[procedure][written_procedure]") {
  auto const council = cod::council_on("2024-06-03"_date);
  auto const in_writing = proc::written_procedure{cod::rules::unanimity(), cod::ballot{council}.others(cod::vote::in_favour), opened,
                                                  proc::commission_and_writing::agrees};
  CHECK_FALSE(in_writing.vote_on_the_act(cod::ballot{council}.absent("MT"_members).others(cod::vote::in_favour)).adopted());
}
