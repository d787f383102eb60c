// SPDX-License-Identifier: BSL-1.0
// Building a dossier by hand: records, relations, and what is refused.
#include "errors/caught.hpp"
#include "support/catch.hpp"

#include <codecision/dossier/dossier.hpp>

#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace cod = codecision;
using namespace codecision::literals;
using cod::relation_type;

namespace {

template <class F>
std::string message_of(F f) {
  try {
    f();
  } catch (cod::error const& e) {
    return e.what();
  }
  return "no error";
}

cod::dossier two_texts() {
  cod::dossier d{"2022/0155(COD)"};
  auto const older = d.add(cod::compromise_text{"14092/25", "2025-11-06"_date, "DK"_ms}, cod::source{"a"}, "older");
  auto const newer = d.add(cod::compromise_text{"15318/25", "2025-11-13"_date, "DK"_ms}, cod::source{"b"}, "newer");
  d.relate(newer, cod::builds_on, older);
  return d;
}

}  // namespace

TEST_CASE("the working party of 12 November 2025 discusses the compromise text of 6 November") {
  cod::dossier d{"2022/0155(COD)"};
  auto const text = d.add(cod::compromise_text{"14092/25", "2025-11-06"_date, cod::presidency_on("2025-11-06"_date)},
                          cod::source{"..."});
  auto const meeting = d.add(cod::working_party_meeting{"LEWP", "2025-11-12"_date}, cod::source{"..."});
  d.relate(meeting, cod::discusses, text);

  CHECK(d.size() == 2);
  CHECK(d.body_of(text).presidency == "DK"_ms);
  CHECK(d.related(meeting, relation_type::discusses) == std::vector<std::size_t>{text});
  CHECK(d.relating(text, relation_type::discusses) == std::vector<std::size_t>{meeting});
  CHECK(d.record_of(meeting).sources.front().address == "...");
  CHECK(d.find_document("14092/25") == text.vertex);
}

TEST_CASE("without an id a record gets one from its kind, what it is called, and its day") {
  cod::dossier d{"x"};
  auto const text = d.add(cod::compromise_text{"14092/25", "2025-11-06"_date, "DK"_ms});
  auto const letter = d.add(cod::national_document{"NL"_ms, cod::national_form::letter, cod::month_of(2025, 9)});
  CHECK(d.record_of(text).id == "compromise_text-14092/25-2025-11-06");
  CHECK(d.record_of(letter).id == "national_document-2025-09");
  CHECK(d.find("compromise_text-14092/25-2025-11-06") == text.vertex);
  CHECK(d.at("national_document-2025-09") == letter.vertex);
  CHECK_FALSE(d.find("something else"));
}

TEST_CASE("title, notes and attributes can be given with a record or later") {
  cod::dossier d{"x"};
  cod::details about;
  about.title = "Letter on the Dutch position";
  about.attributes.push_back({"position", std::string{"abstain"}, {}});
  auto const v =
      d.add(cod::national_document{"NL"_ms, cod::national_form::letter, "2025-11-18"_date}, std::move(about), "NL977");
  d.edit(v).notes = "the target is inferred";
  auto const& r = d.record_of(v);
  CHECK(r.title == "Letter on the Dutch position");
  CHECK(r.notes == "the target is inferred");
  REQUIRE(r.value_of("position") != nullptr);
  CHECK(cod::to_string(*r.value_of("position")) == "abstain");
  CHECK(r.value_of("vote") == nullptr);
  CHECK(d.handle_of<cod::national_document>(v).has_value());
  CHECK_FALSE(d.handle_of<cod::claim>(v).has_value());
}

TEST_CASE("COD-G501: no two records with one id") {
  auto d = two_texts();
  CHECK(cod::test::caught([&] {
          (void)d.add(cod::claim{"somebody", cod::claim_form::claim, "2025-11-13"_date}, cod::source{"c"}, "newer");
        }).code() == cod::error_code::duplicate_record);
  CHECK(d.size() == 2);
}

TEST_CASE("COD-G503: a relation that would close a circle is refused, and the circle is named") {
  cod::dossier d{"x"};
  auto const month = cod::month_of(2025, 11);
  auto const a = d.add(cod::compromise_text{"1", month, "DK"_ms}, cod::details{}, "a");
  auto const b = d.add(cod::compromise_text{"2", month, "DK"_ms}, cod::details{}, "b");
  auto const c = d.add(cod::compromise_text{"3", month, "DK"_ms}, cod::details{}, "c");
  d.relate(b, cod::builds_on, a);
  d.relate(c, cod::reverses, b);
  auto const close = [&] { d.relate(a, cod::similar_to, c); };
  CHECK(cod::test::caught(close).code() == cod::error_code::relation_closes_circle);
  CHECK_THAT(message_of(close), cod::test::contains("'c' -> 'b' -> 'a' -> 'c'"));
  CHECK(cod::test::caught([&] { d.relate(a, cod::builds_on, a); }).code() == cod::error_code::relation_closes_circle);
  CHECK(d.relation_total() == 2);
  CHECK(d.find_circle().empty());
}

TEST_CASE("COD-G504: a relation to nothing, a record that is not there") {
  auto d = two_texts();
  CHECK(cod::test::caught([&] { d.relate(0, relation_type::builds_on, 7); }).code() == cod::error_code::unknown_record);
  CHECK(cod::test::caught([&] { (void)d.record_of(2); }).code() == cod::error_code::unknown_record);
  CHECK(cod::test::caught([&] { (void)d.at("missing"); }).code() == cod::error_code::unknown_record);
}

TEST_CASE("COD-G505: a record cannot rest on one that is certainly later") {
  cod::dossier d{"x"};
  auto const text = d.add(cod::compromise_text{"1", "2025-11-06"_date, "DK"_ms});
  auto const before = d.add(cod::working_party_meeting{"LEWP", "2025-11-05"_date});
  auto const in_month = d.add(cod::working_party_meeting{"LEWP", cod::month_of(2025, 11)});
  auto const month_before = d.add(cod::working_party_meeting{"LEWP", cod::month_of(2025, 10)});
  CHECK(cod::test::caught([&] { d.relate(before, cod::discusses, text); }).code() == cod::error_code::wrong_order_of_days);
  CHECK(cod::test::caught([&] { d.relate(month_before, cod::discusses, text); }).code() == cod::error_code::wrong_order_of_days);
  d.relate(in_month, cod::discusses, text);  // some day of November may well be later
  CHECK(d.relation_total() == 1);
}

TEST_CASE("COD-G506: a record needs a date, and bounds the right way round") {
  cod::dossier d{"x"};
  CHECK(cod::test::caught([&] { (void)d.add(cod::proposal{"COM(2022) 209", {}}); }).code() == cod::error_code::incomplete_record);
  CHECK(cod::test::caught([&] {
          (void)d.add(cod::proposal{"COM(2022) 209", cod::date{}});
        }).code() == cod::error_code::incomplete_record);
  CHECK(cod::test::caught([&] {
          (void)d.add(cod::proposal{"COM(2022) 209", cod::between_days("2022-06-01"_date, "2022-05-01"_date)});
        }).code() == cod::error_code::incomplete_record);
  CHECK(d.size() == 0);
}

TEST_CASE("a dossier from a file is assembled whole or not at all") {
  auto const records = [] {
    std::vector<cod::record> r;
    r.emplace_back(cod::compromise_text{"1", cod::month_of(2025, 11)}, cod::details{}, "a");
    r.emplace_back(cod::compromise_text{"2", cod::month_of(2025, 11)}, cod::details{}, "b");
    return r;
  };
  using list = std::vector<cod::named_relation>;
  auto const whole = cod::dossier::assemble("x", "t", records(), list{{"b", {relation_type::builds_on, {}, {}}, "a"}});
  CHECK(whole.size() == 2);
  CHECK(whole.relation_total() == 1);
  auto const build = [&](list const& relations) {
    return [&, relations] { (void)cod::dossier::assemble("x", "t", records(), relations); };
  };
  CHECK(cod::test::caught(build({{"b", {relation_type::builds_on, {}, {}}, "nothing"}})).code() == cod::error_code::unknown_record);
  CHECK(cod::test::caught(build({{"b", {relation_type::held_under, {}, {}}, "a"}})).code() == cod::error_code::relation_not_allowed);
  auto const circle =
      build({{"b", {relation_type::builds_on, {}, {}}, "a"}, {"a", {relation_type::builds_on, {}, {}}, "b"}});
  CHECK(cod::test::caught(circle).code() == cod::error_code::relation_closes_circle);
  CHECK_THAT(message_of(circle), cod::test::contains("'a' -> 'b' -> 'a'"));
}

TEST_CASE("a copy of a dossier is a dossier of its own") {
  auto const first = two_texts();
  auto second = first;
  second.edit(0).title = "changed";
  (void)second.add(cod::presidency{"DK"_ms, "2025-07-01"_date, "2025-12-31"_date});
  CHECK(first.size() == 2);
  CHECK(second.size() == 3);
  CHECK(first.record_of(0).title.empty());
  CHECK(second.relation_total() == 1);
  CHECK(second.find("older") == first.find("older"));
  auto third = std::move(second);
  CHECK(third.size() == 3);
  third = first;
  CHECK(third.size() == 2);
}

TEST_CASE("it is a real Boost graph: a topological sort lists what is earlier first") {
  auto const d = two_texts();
  std::vector<std::size_t> order;
  boost::topological_sort(d.graph(), std::back_inserter(order));
  CHECK(order == std::vector<std::size_t>{d.at("older"), d.at("newer")});
}

TEST_CASE("records come in order of time; on one day first what others rest on") {
  cod::dossier d{"x"};
  auto const text = d.add(cod::compromise_text{"1", "2025-07-01"_date, "DK"_ms}, cod::details{}, "a text");
  auto const term =
      d.add(cod::presidency{"DK"_ms, "2025-07-01"_date, "2025-12-31"_date}, cod::details{}, "the presidency");
  auto const older = d.add(cod::compromise_text{"0", "2025-05-23"_date, "PL"_ms}, cod::details{}, "z older");
  d.relate(text, cod::held_under, term);
  CHECK(d.records() == std::vector<std::size_t>{older, term, text});
  CHECK(d.presidency_on("2025-12-31"_date)->vertex == term.vertex);
  CHECK_FALSE(d.presidency_on("2026-01-01"_date));
}

TEST_CASE("dates: a day, a month, or bounds") {
  STATIC_REQUIRE(cod::when{"2025-11-06"_date}.is_day());
  STATIC_REQUIRE(cod::month_of(2024, 2).latest == "2024-02-29"_date);
  STATIC_REQUIRE(cod::certainly_later(cod::when{"2025-12-01"_date}, cod::month_of(2025, 11)));
  STATIC_REQUIRE_FALSE(cod::certainly_later(cod::when{"2025-11-30"_date}, cod::month_of(2025, 11)));
  STATIC_REQUIRE_FALSE(cod::when{}.stated());
  CHECK(to_string(cod::month_of(2025, 11)) == "2025-11");
  CHECK(to_string(cod::between_days("2022-07-01"_date, "2022-12-31"_date)) == "2022-07-01 to 2022-12-31");
  CHECK(to_string(cod::when{}) == "no date");
  CHECK(cod::find_when("2025-11") == cod::month_of(2025, 11));
  CHECK(cod::find_when("2025-11-06") == cod::when{"2025-11-06"_date});
  CHECK_FALSE(cod::find_when("2025-13"));
  CHECK_FALSE(cod::find_when("2025-02-30"));
  CHECK_FALSE(cod::find_when("November 2025"));
}

TEST_CASE("a document is found by its number, before whatever refers to it") {
  cod::dossier d{"x"};
  cod::details refers;
  refers.documents = {"14092/25"};
  (void)d.add(cod::working_party_meeting{"LEWP", "2025-11-05"_date}, refers, "meeting");
  cod::details itself;
  itself.documents = {"14092/25 (file st14092.pdf)"};
  auto const text = d.add(cod::compromise_text{"14092/25", "2025-11-06"_date}, itself, "text");
  cod::details letter;
  letter.documents = {"Kamerstuk 32317 nr. 977"};
  auto const nl =
      d.add(cod::national_document{"NL"_ms, cod::national_form::letter, "2025-11-18"_date}, letter, "letter");
  CHECK(d.find_document("14092/25") == text.vertex);
  CHECK(d.find_document("32317 nr. 977") == nl.vertex);
  CHECK_FALSE(d.find_document("14092"));
  CHECK_FALSE(d.find_document(""));
}
