// SPDX-License-Identifier: BSL-1.0
// How is the course of a procedure read from a JSON file of dated events?
#pragma once

#include <codecision/council/participation.hpp>
#include <codecision/data/holiday_calendar.hpp>
#include <codecision/data/holidays.hpp>
#include <codecision/io/course.hpp>
#include <codecision/io/json_ballot.hpp>
#include <codecision/io/json_cursor.hpp>
#include <codecision/io/json_parse.hpp>
#include <codecision/io/json_value.hpp>
#include <codecision/procedure/event.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/informal.hpp>
#include <codecision/procedure/period.hpp>
#include <codecision/rules/rule.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace codecision::io {

/// The name of the format, as it stands under "format".
inline constexpr std::string_view course_format = "codecision-course/1";

/// How many entries a course may have.
inline constexpr std::size_t most_events = 20'000;

}  // namespace codecision::io

namespace codecision::detail {

inline constexpr std::array<std::string_view, 3> holiday_words{"brussels", "luxembourg", "none"};
inline constexpr std::array<std::string_view, 2> institution_words{"parliament", "council"};

[[nodiscard]] constexpr holiday_calendar holidays_of(std::size_t word) {
  return word == 2 ? holiday_calendar::weekends_only() : institution_holidays(word == 1 ? workplace::luxembourg : workplace::brussels);
}

inline void read_json(json_cursor const& at, procedure::opinion& o) {
  constexpr std::array<std::string_view, 3> words{"not_known", "positive", "negative"};
  o = static_cast<procedure::opinion>(read_word(at, words));
}

inline void read_json(json_cursor const& at, procedure::informal_step& step) {
  std::array<std::string_view, procedure::informal_step_count> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = name(static_cast<procedure::informal_step>(i));
  step = static_cast<procedure::informal_step>(read_word(at, words));
}

inline void read_json(json_cursor const& at, voting_facts& facts) {
  json_object_reader object{at};
  read_if_there(object, "opted_in", facts.opted_in);
  read_if_there(object, "member_concerned", facts.member_concerned);
  read_if_there(object, "participants", facts.participants);
  object.end();
}

/// A period of one unit: {"months": 1} or {"weeks": 2}.
inline void read_json(json_cursor const& at, std::optional<period>& length) {
  struct word_of_unit { std::string_view word; period_unit unit; };
  json_object_reader object{at};
  for (auto const& u : {word_of_unit{"months", period_unit::months}, {"weeks", period_unit::weeks}, {"days", period_unit::days}})
    if (auto const count = object.find(u.word)) {
      auto n = 0;
      read_json(*count, n);
      if (length) count->refuse("a period has one unit", "write months, weeks or days, once");
      count->located([&] { length = make_period(n, u.unit); });
    }
  object.end();
  if (!length) at.refuse("this period has no number", "write it as {\"months\": 1} or {\"weeks\": 2}");
}

/// Reads a course from the beginning of its text to the end.
class course_reader {
 public:
  explicit course_reader(io::json_text const& text) : text_{text}, values_{io::parse_json(text)}, at_{text, values_} {}

  [[nodiscard]] io::course_file read() {
    refuse_other_files();
    json_object_reader object{at_};
    static_cast<void>(object.find("$schema"));  // for editors that check a file while it is typed
    read_format(object.need("format"));
    read_if_there(object, "title", course_.title);
    auto const basis = object.need("legal_basis");
    read_json(basis, course_.article);
    if (auto const who = object.find("initiator")) course_.initiator = static_cast<proposer>(read_word(*who, names_of(proposer{})));
    if (auto const which = object.find("procedure")) course_.table = table_of(read_word(*which, procedure_words));
    if (auto const where = object.find("holidays")) course_.holidays = holidays_of(read_word(*where, holiday_words));
    read_if_there(object, "facts", course_.facts);
    facts_ = course_.facts;
    read_events(object.need("events"), basis);
    object.end();
    return std::move(course_);
  }

 private:
  void refuse_other_files() const {
    auto const is_object = at_.as<io::json_object>() != nullptr;
    if (is_object && at_.find("format")) return;
    at_.refuse("this is JSON, but not a course of events: " + at_.shown() + (is_object ? " without the key 'format'" : ""),
               "a course begins with {\"format\": \"" + std::string{io::course_format} + "\", ...; see docs/procedure/events.md");
  }
  static void read_format(json_cursor const& at) {
    if (text_at(at) != io::course_format)
      at.refuse(at.shown() + " is not a format that this version reads", "write '" + std::string{io::course_format} + "'");
  }

  void read_events(json_cursor const& list, json_cursor const& basis) {
    auto const* const all = list.as<io::json_array>();
    for_each_item(list, [&](json_cursor const& item) {
      if (course_.entries.size() >= io::most_events)
        item.refuse(error_code::input_too_large, "the course has more than " + std::to_string(io::most_events) + " entries", "split the course; a procedure has some dozens");
      json_object_reader object{item};
      io::course_entry entry;
      auto const until = object.find("until");
      read_json(until ? *until : object.need("date"), entry.on);
      if (course_.entries.empty()) basis.located([&] { static_cast<void>(legal_basis_on({course_.article}, entry.on)); });
      if (!until) read_what(object, entry);
      object.end();
      entry.place = place_of(item, all->size());
      if (!course_.entries.empty()) entry.after = course_.entries.back().on;
      course_.entries.push_back(std::move(entry));
    });
  }
  /// "event 4 of 9 (file.json, line 12, /events/3)"; counts lines from the entry before on.
  [[nodiscard]] std::string place_of(json_cursor const& item, std::size_t of) {
    auto const offset = item.value().offset;
    auto const passed = text_.characters.substr(counted_to_, offset - counted_to_);
    line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
    counted_to_ = offset;
    auto const number = course_.entries.size();
    return "event " + std::to_string(number + 1) + " of " + std::to_string(of) + " (" + text_.name + ", line " + std::to_string(line_) + ", /events/" +
           std::to_string(number) + ")";
  }

  /// What happened: one of four keys says it. (An entry with "until" has none of them: time passes.)
  void read_what(json_object_reader& object, io::course_entry& entry) {
    constexpr std::array<std::string_view, 4> forms{"event", "extension", "informal", "facts"};
    std::optional<json_cursor> found;
    std::size_t which = 0;
    for (std::size_t i = 0; i < forms.size(); ++i)
      if (auto const at = object.find(forms[i])) {
        if (found) at->refuse("'" + std::string{forms[i]} + "' stands beside '" + std::string{forms[which]} + "'", "write two entries, each with one of them");
        found = at;
        which = i;
      }
    if (!found) object.at().refuse("this entry does not say what happened", "add one of the keys " + listed(forms) + "; see docs/procedure/events.md");
    switch (which) {
      case 0: entry.what = read_event(*found, object, entry.on); break;
      case 1: entry.what = read_extension(*found, object); break;
      case 2: entry.what = read_annotation(*found, object, entry.on); break;
      default:
        facts_ = {};
        read_json(*found, facts_);
        entry.what = io::changed_facts{facts_};
    }
  }
  [[nodiscard]] static procedure::actor institution(json_cursor const& at) {
    return read_word(at, institution_words) == 0 ? procedure::actor::parliament : procedure::actor::council;
  }
  [[nodiscard]] static io::extension_request read_extension(json_cursor const& by, json_object_reader& object) {
    io::extension_request asked;
    asked.by = institution(by);
    if (auto const length = object.find("by")) read_json(*length, asked.by_how_much);
    return asked;
  }
  [[nodiscard]] static procedure::annotation read_annotation(json_cursor const& at, json_object_reader& object, date on) {
    procedure::annotation a{.what = {}, .on = on};
    read_json(at, a.what);
    read_if_there(object, "note", a.note);
    return a;
  }

  [[nodiscard]] procedure::event read_event(json_cursor const& at, json_object_reader& object, date on) {
    procedure::event e{.kind = {}, .on = on};
    read_json(at, e.kind);
    if (auto const council = object.find("council")) e.council = read_ballot(*council, on, council->located([&] { return voters(e); }));
    read_if_there(object, "parliament", e.parliament);
    if (auto const commission = object.find("commission")) e.commission = read_commission(*commission);
    if (auto const list = object.find("amendments"))
      for_each_item(*list, [&](json_cursor const& item) { e.amendments.push_back(read_amendment(item, e)); });
    read_if_there(object, "members", e.members);
    read_if_there(object, "departs_from_proposal", e.departs_from_proposal);
    read_if_there(object, "commission_opinion", e.commission_opinion);
    read_if_there(object, "clock_from", e.clock_from);
    read_if_there(object, "enters_into_force", e.enters_into_force);
    read_if_there(object, "votes_of_national_parliaments", e.votes_of_national_parliaments);
    read_if_there(object, "urgent", e.urgent);
    read_if_there(object, "attested_by", e.attested_by);
    if (auto const body = object.find("attested_body")) e.attested_body = institution(*body);
    read_if_there(object, "note", e.note);
    return e;
  }
  [[nodiscard]] procedure::amendment read_amendment(json_cursor const& at, procedure::event const& e) {
    json_object_reader object{at};
    procedure::amendment a;
    read_json(object.need("number"), a.number);
    read_if_there(object, "parliament", a.parliament);
    if (auto const council = object.find("council")) a.council = read_ballot(*council, e.on, council->located([&] { return voters(e); }));
    read_if_there(object, "commission", a.commission);
    object.end();
    return a;
  }
  /// Who votes in the Council: those who take part on this legal basis; after an orange card all its members. [interpretation]
  [[nodiscard]] member_set voters(procedure::event const& e) const {
    if (e.kind == procedure::event_kind::orange_card_reject) return members_on(e.on);
    return catalogue({course_.article}, course_.initiator, e.on, request::none, facts_).participants();
  }

  io::json_text const& text_;
  io::json_value values_;
  json_cursor at_;
  io::course_file course_;
  voting_facts facts_{};
  std::size_t counted_to_ = 0;
  std::size_t line_ = 1;
};

}  // namespace codecision::detail

namespace codecision::io {

/// The course that a JSON text describes; docs/procedure/events.md says how to write one. `name` is what errors call the text.
/// Whole, or not at all: every error names the line, the column and the JSON pointer of the place. Whether each event was possible
/// is not asked here: `run` does. Cost: linear.
/// Errors: COD-J601 not JSON; COD-J603 too large, nested too deep or more than `most_events`; COD-S807 JSON, but not a course (unknown, missing or repeated
/// key, unknown event, wrong type, a ballot that does not say what every member did); COD-D201 a day that does not exist; COD-M101,
/// COD-M102, COD-B401, COD-B403, COD-B404 wrong members; COD-D203 a ballot of a day without figures; COD-R304 and COD-R305 the legal basis.
[[nodiscard]] inline course_file read_course(std::string_view text, std::string const& name = "the text") {
  json_text const whole{text, detail::printable(name), error_code::bad_event_file, "docs/procedure/events.md"};
  return detail::course_reader{whole}.read();
}

/// The course in a file. Errors: COD-J604 when the file cannot be read, and those of `read_course`.
[[nodiscard]] inline course_file read_course_file(std::filesystem::path const& path) { return read_course(read_file(path), path.string()); }

}  // namespace codecision::io
