// SPDX-License-Identifier: BSL-1.0
// What does a picture of a procedure show: which boxes, which arrows, which words?
#pragma once

#include <codecision/io/dot_style.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/graph.hpp>
#include <codecision/procedure/stage.hpp>
#include <codecision/procedure/transition.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

namespace io {

/// What a picture of a procedure shows.
struct procedure_picture_options {
  bool every_place = false;      ///< a box for each stage in which a brake can stop a file; otherwise one, and a frame around those stages
  bool articles = true;          ///< the provision of each step
  bool limits = true;            ///< its time limit, with the extension
  bool majorities = false;       ///< its majority: many words
  std::size_t label_width = 32;  ///< the characters of a line
};

}  // namespace io

namespace detail {

/// The same look for stages of one sort.
struct stage_look {
  std::string_view name;  ///< as Mermaid calls it
  stage_set which;
  std::string_view fill;
  std::string_view line;
};

inline constexpr stage_look stage_looks[] = {
    {"beginning", {stage::not_proposed, stage::commission_examines_request}, "#9cc3e6", "#2f5f8f"},
    {"parliament", {stage::parliament_first_reading, stage::parliament_second_reading, stage::parliament_opinion, stage::parliament_consent}, "#d9ecec", "#5b8d8d"},
    {"council", {stage::council_first_reading, stage::council_second_reading, stage::council_decision}, "#dcdcdc", "#6f6f6f"},
    {"both", {stage::conciliation_to_convene, stage::conciliation, stage::third_reading}, "#b5dcdc", "#2f7a7a"},
    {"act", {stage::adopted, stage::signed_by_presidents, stage::published, stage::in_force}, "#b9a6e0", "#4b3785"},
    {"some_members", stage::enhanced_cooperation, "#d3e9c8", "#5c8f45"},
    {"stopped", {stage::suspended_social_security, stage::suspended_criminal_matters}, "#fdf0c4", "#b09334"},
    {"no_act", {stage::not_adopted, stage::withdrawn, stage::blocked}, "#f4b8b4", "#b03a33"},
};

[[nodiscard]] inline stage_look const& look_of(stage s) {
  for (auto const& look : stage_looks)
    if (look.which.contains(s)) return look;
  return stage_looks[0];
}

/// Letters and digits as they are, one underscore for whatever lies between them: the name of a box.
[[nodiscard]] inline std::string identifier_of(std::string_view words) {
  std::string id;
  for (char const c : words) {
    auto const plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (plain) id += c;
    else if (!id.empty() && id.back() != '_') id += '_';
  }
  if (!id.empty() && id.back() == '_') id.pop_back();
  return id;
}

/// The event in words: "approve Parliament position".
[[nodiscard]] inline std::string spoken(procedure::event_kind e) {
  auto words = spaced(name(e));
  for (std::string_view const institution : {"parliament", "council"})
    if (auto const at = words.find(institution); at != std::string::npos) words[at] = static_cast<char>(words[at] - 'a' + 'A');
  return words;
}

/// The box of a stage.
struct drawn_stage {
  std::string id;
  std::string words;
  stage at;
  bool framed = false;  ///< a brake can be pulled here
  bool last = false;    ///< nothing follows
};

enum class drawn_line : std::uint8_t { step, lapse_of_time, brake };

/// An arrow; its ends are boxes or the frame.
struct drawn_step {
  std::string from;
  std::string to;
  procedure::transition const* how;
  drawn_line line;
  std::vector<std::string> words;
};

/// The boxes and arrows of a procedure, in the order of its stages and of its table.
class procedure_picture {
 public:
  static constexpr std::string_view frame = "brake_frame";
  static constexpr std::string_view frame_words = "an emergency brake can be pulled";

  procedure_picture(procedure::procedure_table const& table, io::procedure_picture_options options) : options_{options} {
    auto const g = procedure::graph(table);
    for (std::size_t v = 0; v < boost::num_vertices(g); ++v) add_stage(g[v], boost::out_degree(v, g) == 0);
    for (auto [e, end] = boost::edges(g); e != end; ++e) add_step(g[*e]);
  }

  [[nodiscard]] std::vector<drawn_stage> const& stages() const { return stages_; }
  [[nodiscard]] std::vector<drawn_step> const& steps() const { return steps_; }
  [[nodiscard]] bool framed() const {
    return std::any_of(stages_.begin(), stages_.end(), [](auto const& s) { return s.framed; });
  }

 private:
  [[nodiscard]] std::string id_of(procedure::place const& p) const {
    return identifier_of(options_.every_place ? procedure::in_words(p) : std::string{name(p.at)});
  }
  void add_stage(procedure::place const& p, bool last) {
    drawn_stage s{id_of(p), options_.every_place ? procedure::in_words(p) : std::string{name(p.at)}, p.at, false, last};
    if (stages_.empty() || stages_.back().id != s.id) stages_.push_back(std::move(s));
  }
  void add_step(procedure::leg const& l) {
    auto const pulled = is_suspended(l.to.at);
    auto const resumed = is_suspended(l.from.at) && !l.how->to;
    drawn_step s{id_of(l.from), id_of(l.to), l.how, pulled || resumed ? drawn_line::brake : drawn_line::step, words_of(*l.how)};
    if (l.how->by == procedure::actor::nobody) s.line = drawn_line::lapse_of_time;
    if (!options_.every_place && pulled) put_into_frame(s.from);
    if (!options_.every_place && resumed) s.to = frame;
    auto const is_same = [&](drawn_step const& o) { return o.how == s.how && o.from == s.from && o.to == s.to; };
    if (std::none_of(steps_.begin(), steps_.end(), is_same)) steps_.push_back(std::move(s));
  }
  /// Marks the box and lets the arrow begin at the frame.
  void put_into_frame(std::string& id) {
    for (auto& s : stages_)
      if (s.id == id) s.framed = true;
    id = frame;
  }
  [[nodiscard]] std::vector<std::string> words_of(procedure::transition const& t) const {
    std::vector<std::string> lines;
    auto const add = [&](std::string const& text) {
      for (auto& line : label_lines(text, options_.label_width, 4)) lines.push_back(std::move(line));
    };
    auto const who = t.by == procedure::actor::nobody ? std::string{} : std::string{name(t.by)} + ": ";
    add(who + spoken(t.event));
    if (options_.majorities && t.needed != procedure::majority::none) add(std::string{name(t.needed)});
    if (options_.limits && t.limit) add(to_string(t.limit->length) + (t.limit->extension ? " (+ " + to_string(*t.limit->extension) + ")" : std::string{}));
    if (options_.articles && t.source != nullptr) add(std::string{t.source->article});
    return lines;
  }

  io::procedure_picture_options options_;
  std::vector<drawn_stage> stages_{};
  std::vector<drawn_step> steps_{};
};

}  // namespace detail
}  // namespace codecision
