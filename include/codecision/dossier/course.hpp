// SPDX-License-Identifier: BSL-1.0
// What did the records of a dossier do to its file, one after the other, and where do they leave something unsaid?
#pragma once

#include <codecision/dossier/stance.hpp>
#include <codecision/dossier/when.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/stage.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

/// How does a record fit into the procedure?
enum class course_fit : std::uint8_t {
  step,               ///< a legal event that moved the file, or prolonged a time limit
  vote_without_step,  ///< a legal event that was voted on and moved nothing
  refused,            ///< a legal event, says the record; not possible, says the machine
  informal,           ///< without legal effect: it moves nothing
  no_legal_event,     ///< a text, a statement, or what the dossier itself says is no step
};

/// The word for this value.
[[nodiscard]] constexpr std::string_view name(course_fit f) {
  constexpr std::array<std::string_view, 5> names{"a step", "a vote that moved nothing", "refused", "informal", "no legal event"};
  return names[static_cast<std::size_t>(f)];
}

/// One record, or one of several events in a record, on its way through the procedure.
struct course_item {
  std::size_t record = 0;  ///< the vertex in the dossier
  std::string id{};  ///< of the record
  std::string title{};  ///< of the record, or of the file
  date day{};              ///< of the event; the last possible one where the record does not give a day
  when dated{};            ///< as the record has it: a day, a month, or bounds
  codecision::confidence confidence = codecision::confidence::documented;  ///< how well the record is supported
  course_fit fit = course_fit::no_legal_event;  ///< what the machine made of it
  int number = 1;          ///< which of the events of its record
  int of = 1;              ///< how many events the record has
  stage at{};              ///< where the file stood before
  std::optional<procedure::event_kind> event{};  ///< the legal event, where the record is one
  std::optional<procedure::step> step{};             ///< what the machine made of the event: votes, limit, stage before and after
  std::optional<procedure::informal_step> informal{};  ///< the informal step, where the record is one
  std::optional<error> refusal{};                    ///< why it was refused
  std::string reading{};                             ///< why whoever wrote the dossier reads the record so
  std::vector<std::string> doubts{};                 ///< what may be wrong with that
  std::vector<std::string> silences{};               ///< what the record does not say, although the law asks for it
};

/// The course of a file: its records in the order of their days, and the machine as they left it.
struct course {
  std::string number{};     ///< of the procedure, such as "2025/0429(COD)"
  std::string title{};  ///< of the record, or of the file
  procedure::machine file;  ///< its history, its time limit, what may happen next
  std::vector<course_item> items{};  ///< in the order of their days
  std::vector<procedure::event_kind> possible{};  ///< what may happen next, by law
  std::size_t left_out = 0;                       ///< records of other procedures

  /// Where does the file stand after all that?
  [[nodiscard]] stage reached() const { return file.current(); }
  /// The items that fit in this way, in the order of their days.
  [[nodiscard]] std::vector<course_item const*> with(course_fit fit) const {
    std::vector<course_item const*> found;
    for (auto const& i : items)
      if (i.fit == fit) found.push_back(&i);
    return found;
  }
  /// What became of the record with this id? One item for each of its events; none when it belongs to another procedure.
  [[nodiscard]] std::vector<course_item const*> of(std::string_view id) const {
    std::vector<course_item const*> found;
    for (auto const& i : items)
      if (i.id == id) found.push_back(&i);
    return found;
  }
};

}  // namespace codecision
