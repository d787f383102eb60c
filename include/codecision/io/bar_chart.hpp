// SPDX-License-Identifier: BSL-1.0
// How far does a vote reach against its thresholds, and who has how much power, as bars of plain characters?
#pragma once

#include <codecision/council/wording.hpp>
#include <codecision/io/text.hpp>
#include <codecision/io/utf8.hpp>
#include <codecision/vote/assess.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codecision {

namespace io {

/// How a chart is drawn: in lines of at most `width` columns (40 to 200; others are taken as the nearest of these), and
/// whether the colours of ANSI terminals may be used. The caller knows whether it writes to a terminal.
struct chart_style {
  std::size_t width = 80;  ///< columns of a line
  bool colour = false;  ///< may colours of ANSI terminals be used?
};

/// One bar of a chart of values: its label, its length, and the number as it is to be read.
struct bar {
  std::string label;  ///< what stands before the bar
  double value = 0;  ///< zero or more
  std::string text;  ///< what stands behind it
};

}  // namespace io

namespace detail {

/// A bar of so many cells with a mark at the threshold. The first `mark` cells lie before the mark.
struct threshold_bar {
  std::size_t cells = 0;
  std::size_t mark = 0;
  std::size_t least = 0;  ///< cells that are reached already
  std::size_t most = 0;   ///< cells that are reached if all open members are in favour
};

/// In how many of the cells does this part of the whole end? Rounded to the nearest.
[[nodiscard]] constexpr std::size_t nearest_cell(std::int64_t part, std::int64_t whole, std::size_t cells) {
  if (whole <= 0) return 0;
  auto const n = static_cast<std::int64_t>(cells);
  return static_cast<std::size_t>((std::clamp(part, std::int64_t{0}, whole) * n + whole / 2) / whole);
}

/// Which cells are filled? The mark is reached exactly when `have` is enough, by however little it is met or missed;
/// the last cell is filled exactly when the part is the whole, unless that contradicts the mark.
[[nodiscard]] constexpr std::size_t filled_cells(std::int64_t have, std::int64_t need, std::int64_t whole,
                                                 std::size_t cells, std::size_t mark) {
  auto const near = nearest_cell(have, whole, cells);
  if (have < need) return (std::min)(near, mark - 1);
  return (std::max)(have < whole ? (std::min)(near, cells - 1) : cells, mark);
}

/// The bar of a criterion that asks for `need` of `whole`, with `least` to `most` reached. At least two cells.
[[nodiscard]] constexpr threshold_bar bar_of(std::int64_t least, std::int64_t most, std::int64_t need,
                                             std::int64_t whole, std::size_t cells) {
  auto const mark = std::clamp(nearest_cell(need, whole, cells), std::size_t{1}, need < whole ? cells - 1 : cells);
  return {cells, mark, filled_cells(least, need, whole, cells, mark), filled_cells(most, need, whole, cells, mark)};
}

/// What the colours of a terminal are switched on with: green, red, yellow.
inline constexpr std::string_view in_green = "\x1b[32m", in_red = "\x1b[31m", in_yellow = "\x1b[33m", colours_off = "\x1b[0m";

[[nodiscard]] inline std::string coloured(std::string const& text, std::string_view colour,
                                          io::chart_style const& style) {
  return style.colour && !text.empty() ? std::string{colour} + text + std::string{colours_off} : text;
}

/// The bar in characters: # reached, = reached if all open members are in favour, . the rest, | the threshold.
[[nodiscard]] inline std::string drawn(threshold_bar const& b, std::string_view colour, io::chart_style const& style) {
  auto const piece = [&](std::size_t from, std::size_t to) {
    auto const part = [&](std::size_t begin, std::size_t end, char c) {
      begin = (std::max)(begin, from);
      end = (std::min)(end, to);
      return begin < end ? std::string(end - begin, c) : std::string{};
    };
    return coloured(part(0, b.least, '#') + part(b.least, b.most, '='), colour, style) + part(b.most, b.cells, '.');
  };
  return piece(0, b.mark) + "|" + piece(b.mark, b.cells);
}

/// A number, or the two ends of what is possible.
[[nodiscard]] inline std::string from_to(std::string const& least, std::string const& most) {
  return least == most ? least : least + " to " + most;
}

/// "70.81 %", or a number of members or votes: exact, and with the decimals that tell it from the threshold.
[[nodiscard]] inline std::string reached(criterion_result const& r, electorate const& council) {
  return r.asked.what == counted::population ? wording::share(council, r.have, r.asked.share)
                                             : wording::grouped(r.have);
}
[[nodiscard]] inline std::string needed(criterion_result const& r) {
  if (r.asked.what != counted::population)
    return wording::grouped(r.need) + " of " + wording::grouped(r.of) + " needed";
  return (r.asked.compared == comparison::more_than ? "more than " : "") + wording::spoken(r.asked.share) + " needed";
}
[[nodiscard]] inline std::string label(criterion const& c) {
  std::string const what{name(c.what)};
  if (c.of == voters::in_favour) return what + " in favour";
  return what + (c.of == voters::not_against ? " not against" : " not abstaining formally");
}

[[nodiscard]] inline std::string_view state_of(criterion_result const& least, criterion_result const& most) {
  if (least.met()) return "met";
  return most.met() ? "open" : "not met";
}

[[nodiscard]] inline std::size_t columns_of(io::chart_style const& style) {
  return std::clamp(style.width, std::size_t{40}, std::size_t{200});
}

/// Two lines: what is reached and needed, and the bar.
[[nodiscard]] inline std::string chart_of(criterion_result const& least, criterion_result const& most,
                                          electorate const& council, io::chart_style const& style) {
  auto const state = state_of(least, most);
  auto const width = columns_of(style);
  auto const words = label(least.asked) + ": " + from_to(reached(least, council), reached(most, council)) + ", " +
                     needed(least) + ": " + std::string{state};
  auto const colour = state == "met" ? in_green : state == "open" ? in_yellow : in_red;
  return io::wrapped(words, width, 0, 4) + "\n  " +
         drawn(bar_of(least.have, most.have, least.need, least.of, width - 3), colour, style) + "\n";
}

/// What the bars do not show: a majority that is deemed attained, a quorum that is missing.
[[nodiscard]] inline std::string remarks(outcome const& o, std::size_t width) {
  std::string text;
  if (o.deemed_attained()) {
    auto const& block = o.blocking_minority();
    text += io::wrapped("deemed attained: " + wording::counted_as(block.size(), "member stands", "members stand") +
                            " against it, " + std::to_string(block.fewest) + " are needed to block",
                        width, 0, 4) +
            "\n";
  }
  if (!o.quorum().met())
    text += io::wrapped("the Council cannot vote: " + std::to_string(o.quorum().have) + " present, " +
                            std::to_string(o.quorum().need) + " needed",
                        width, 0, 4) +
            "\n";
  return text;
}

[[nodiscard]] inline std::string chart_of(outcome const& least, outcome const& most, io::chart_style const& style) {
  std::string text;
  for (std::size_t i = 0; i < least.criteria().size(); ++i)
    if (least.criteria()[i].counts) text += chart_of(least.criteria()[i], most.criteria()[i], least.council(), style);
  return text + remarks(least.adopted() ? least : most, columns_of(style));
}

/// The text cut to so many characters, with a full stop where something was left out.
[[nodiscard]] inline std::string shortened(std::string const& text, std::size_t width) {
  if (character_count(text) <= width) return text;
  std::string cut;
  for (std::string_view rest = text; character_count(cut) + 1 < width;) {
    auto const length = (std::max)(utf8_length(rest), std::size_t{1});
    cut += rest.substr(0, length);
    rest.remove_prefix(length);
  }
  return cut + ".";
}

[[nodiscard]] inline std::string blanks(std::size_t width, std::string const& text) {
  return std::string(width - (std::min)(width, character_count(text)), ' ');
}

}  // namespace detail

namespace io {

/// The outcome as bars, one for each criterion that counts: what is reached of the whole, and a mark at what is needed.
/// A bar reaches its mark exactly when the criterion is met, by however little. Cost: linear in the text.
[[nodiscard]] inline std::string bar_chart(outcome const& o, chart_style const& style = {}) {
  return detail::chart_of(o, o, style);
}

/// The same while votes are open, in two tones: what is reached already, and what is reached if all open members are in
/// favour.
[[nodiscard]] inline std::string bar_chart(assessment const& a, chart_style const& style = {}) {
  auto const text = detail::chart_of(a.least(), a.most(), style);
  return a.open().empty() ? text
                          : text +
                                wrapped("# reached, = if all open members are in favour, | needed",
                                        detail::columns_of(style), 0, 4) +
                                "\n";
}

/// Values as bars, the longest first, each with its label and its number: power by member. Equal values keep their
/// order.
[[nodiscard]] inline std::string bar_chart(std::vector<bar> bars, chart_style const& style = {}) {
  std::stable_sort(bars.begin(), bars.end(), [](bar const& a, bar const& b) { return a.value > b.value; });
  auto const width = detail::columns_of(style);
  std::size_t label_width = 0, text_width = 0;
  for (auto& b : bars) {
    b.label = detail::shortened(b.label, width / 3);
    b.text = detail::shortened(b.text, width / 3);
    label_width = (std::max)(label_width, detail::character_count(b.label));
    text_width = (std::max)(text_width, detail::character_count(b.text));
  }
  auto const cells = width - label_width - text_width - 2;
  std::string chart;
  for (auto const& b : bars) {
    auto const share = bars.front().value > 0 ? b.value / bars.front().value : 0;
    auto const length = static_cast<std::size_t>(std::lround(share * static_cast<double>(cells)));
    auto const filled = std::string(b.value > 0 ? (std::max)(length, std::size_t{1}) : 0, '#');
    chart += b.label + detail::blanks(label_width, b.label) + " " + detail::coloured(filled, detail::in_green, style) +
             std::string(cells - filled.size(), ' ') + " " + detail::blanks(text_width, b.text) + b.text + "\n";
  }
  return chart;
}

}  // namespace io

}  // namespace codecision
