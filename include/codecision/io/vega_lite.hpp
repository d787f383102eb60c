// SPDX-License-Identifier: BSL-1.0
// How is a vote, or the power of the members, drawn by other programs? As a chart in Vega-Lite, with its data inside.
#pragma once

#include <codecision/council/wording.hpp>
#include <codecision/io/bar_chart.hpp>
#include <codecision/io/json_value.hpp>
#include <codecision/vote/assess.hpp>
#include <codecision/vote/outcome.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

namespace detail {

/// The version of the language: the charts need nothing newer.
inline constexpr std::string_view vega_lite_schema = "https://vega.github.io/schema/vega-lite/v5.json";

/// A piece of a chart: an object of JSON, its keys in this order.
struct json_pair {
  std::string_view key;
  io::json_value value;
};
[[nodiscard]] inline io::json_value object_of(std::initializer_list<json_pair> pairs) {
  io::json_object object;
  for (auto const& pair : pairs) object.add(std::string{pair.key}, pair.value);
  return {std::move(object)};
}
[[nodiscard]] inline io::json_value text_value(std::string_view text) { return {std::string{text}}; }
[[nodiscard]] inline io::json_value whole_value(std::int64_t n) { return {n}; }
[[nodiscard]] inline io::json_value list_of(std::initializer_list<std::string_view> texts) {
  io::json_array list;
  for (auto const text : texts) list.push_back(text_value(text));
  return {std::move(list)};
}
/// A number with as few digits as name it exactly; null for what is no number, which JSON cannot write.
[[nodiscard]] inline io::json_value real_value(double value) {
  if (!std::isfinite(value)) return {nullptr};
  char digits[40];
  auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return {io::json_real{{digits, end}}};
}
/// Part of a whole in percent. Charts are looked at: what decides stands beside it, in whole numbers.
[[nodiscard]] inline io::json_value percent_value(std::int64_t part, std::int64_t whole) {
  return real_value(whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0);
}

/// A channel of a chart: which field it shows, and of which type.
[[nodiscard]] inline io::json_value channel(std::string_view field, std::string_view type) {
  return object_of({{"field", text_value(field)}, {"type", text_value(type)}});
}
[[nodiscard]] inline io::json_value channel(std::string_view field, std::string_view type, std::string_view title) {
  return object_of({{"field", text_value(field)}, {"type", text_value(type)}, {"title", text_value(title)}});
}
/// A channel of names in the order of the data.
[[nodiscard]] inline io::json_value names_in_order(std::string_view field) {
  return object_of(
      {{"field", text_value(field)}, {"type", text_value("nominal")}, {"sort", {nullptr}}, {"title", {nullptr}}});
}
/// Colours that are told apart by most people with a colour deficiency (Okabe and Ito 2008).
[[nodiscard]] inline io::json_value colours_of(std::string_view field, std::initializer_list<std::string_view> words) {
  auto const scale = object_of({{"domain", list_of(words)}, {"range", list_of({"#009E73", "#D55E00", "#E69F00"})}});
  return object_of(
      {{"field", text_value(field)}, {"type", text_value("nominal")}, {"title", {nullptr}}, {"scale", scale}});
}
[[nodiscard]] inline io::json_value field_list(
    std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
  io::json_array list;
  for (auto const& [field, type] : fields) list.push_back(channel(field, type));
  return {std::move(list)};
}
[[nodiscard]] inline io::json_value layer_of(io::json_value mark, io::json_value encoding) {
  return object_of({{"mark", std::move(mark)}, {"encoding", std::move(encoding)}});
}

[[nodiscard]] inline io::json_value vote_row(criterion_result const& least, criterion_result const& most,
                                             electorate const& council) {
  return object_of({{"criterion", text_value(label(least.asked))},
                    {"state", text_value(state_of(least, most))},
                    {"share", percent_value(least.have, least.of)},
                    {"share_at_most", percent_value(most.have, most.of)},
                    {"share_needed", percent_value(least.need, least.of)},
                    {"have", whole_value(least.have)},
                    {"have_at_most", whole_value(most.have)},
                    {"need", whole_value(least.need)},
                    {"whole", whole_value(least.of)},
                    {"reached", text_value(from_to(reached(least, council), reached(most, council)))},
                    {"needed", text_value(needed(least))}});
}

[[nodiscard]] inline io::json_value vote_rows(outcome const& least, outcome const& most) {
  io::json_array rows;
  for (std::size_t i = 0; i < least.criteria().size(); ++i)
    if (least.criteria()[i].counts) rows.push_back(vote_row(least.criteria()[i], most.criteria()[i], least.council()));
  return {std::move(rows)};
}

[[nodiscard]] inline io::json_value vote_layers() {
  auto const y = names_in_order("criterion");
  auto const x = object_of({{"field", text_value("share")},
                            {"type", text_value("quantitative")},
                            {"title", text_value("share of the whole in %")},
                            {"scale", object_of({{"domain", {io::json_array{whole_value(0), whole_value(100)}}}})}});
  auto const colour = colours_of("state", {"met", "not met", "open"});
  auto const told =
      field_list({{"criterion", "nominal"}, {"reached", "nominal"}, {"needed", "nominal"}, {"state", "nominal"}});
  io::json_array layers;
  layers.push_back(layer_of(object_of({{"type", text_value("bar")}}),
                            object_of({{"x", x}, {"y", y}, {"color", colour}, {"tooltip", told}})));
  layers.push_back(layer_of(object_of({{"type", text_value("bar")}, {"opacity", real_value(0.4)}}),
                            object_of({{"x", x},
                                       {"x2", object_of({{"field", text_value("share_at_most")}})},
                                       {"y", y},
                                       {"color", colour},
                                       {"tooltip", told}})));
  layers.push_back(
      layer_of(object_of({{"type", text_value("tick")}, {"thickness", whole_value(3)}, {"color", text_value("black")}}),
               object_of({{"x", channel("share_needed", "quantitative")}, {"y", y}, {"tooltip", told}})));
  return {std::move(layers)};
}

/// The title of a vote: its verdict, the rule and the day.
[[nodiscard]] inline io::json_value vote_title(std::string_view verdict, outcome const& o) {
  auto const day = o.council().day() ? ", " + to_string(*o.council().day()) : std::string{};
  return object_of({{"text", text_value(verdict)},
                    {"subtitle", text_value(std::string{o.rule().name()} + day +
                                            (o.deemed_attained() ? ", deemed attained" : ""))}});
}

[[nodiscard]] inline std::string chart_text(io::json_value const& title, io::json_value const& rows,
                                            std::string_view with, io::json_value const& what) {
  auto chart = object_of({{"$schema", text_value(vega_lite_schema)},
                          {"title", title},
                          {"data", object_of({{"values", rows}})},
                          {"width", whole_value(480)}});
  std::get<io::json_object>(chart.data).add(std::string{with}, what);
  return io::to_string(chart) + "\n";
}

}  // namespace detail

namespace io {

/// The outcome as a Vega-Lite 5 chart: a bar for each criterion that counts, in percent of its whole, with a tick at
/// what is needed. The data stand in the chart, the exact numbers beside the shares. Write it with `replace_file`.
[[nodiscard]] inline std::string vega_lite(outcome const& o) {
  return detail::chart_text(detail::vote_title(o.adopted() ? "adopted" : "not adopted", o), detail::vote_rows(o, o),
                            "layer", detail::vote_layers());
}

/// The same while votes are open: what is reached already, and paler what is reached if all open members are in favour.
[[nodiscard]] inline std::string vega_lite(assessment const& a) {
  return detail::chart_text(detail::vote_title(name(a.verdict()), a.decisive()), detail::vote_rows(a.least(), a.most()),
                            "layer", detail::vote_layers());
}

/// Values such as the power of each member as a Vega-Lite 5 chart: sorted bars. `title`: the name of the index; `unit`:
/// what an axis says, such as "share of all swings". A value that is not finite is left without a bar.
[[nodiscard]] inline std::string vega_lite(std::vector<bar> const& bars, std::string_view title,
                                           std::string_view unit) {
  json_array rows;
  for (auto const& b : bars)
    rows.push_back(detail::object_of({{"member", detail::text_value(b.label)},
                                      {"value", detail::real_value(b.value)},
                                      {"reads", detail::text_value(b.text)}}));
  auto const y = detail::object_of({{"field", detail::text_value("member")},
                                    {"type", detail::text_value("nominal")},
                                    {"sort", detail::text_value("-x")},
                                    {"title", {nullptr}}});
  auto const encoding =
      detail::object_of({{"x", detail::channel("value", "quantitative", unit)},
                         {"y", y},
                         {"tooltip", detail::field_list({{"member", "nominal"}, {"reads", "nominal"}})}});
  json_array layers;
  layers.push_back(detail::layer_of(detail::object_of({{"type", detail::text_value("bar")}}), encoding));
  return detail::chart_text(detail::text_value(title), {std::move(rows)}, "layer", {std::move(layers)});
}

}  // namespace io

}  // namespace codecision
