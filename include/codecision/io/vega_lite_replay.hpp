// SPDX-License-Identifier: BSL-1.0
// How do the margins of a dossier's snapshots go up and down over time, as a chart that other programs draw?
#pragma once

#include <codecision/dossier/replay.hpp>
#include <codecision/io/vega_lite.hpp>
#include <codecision/vote/outcome.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision {

namespace detail {

/// By how many points of the whole a criterion is passed, or below zero missed.
[[nodiscard]] inline io::json_value points_value(criterion_result const& r) { return percent_value(r.margin(), r.of); }

[[nodiscard]] inline io::json_value margin_row(replay_step const& step, criterion_result const& least,
                                               criterion_result const& most) {
  return object_of({{"day", text_value(to_string(step.day))},
                    {"id", text_value(step.id)},
                    {"title", text_value(step.title)},
                    {"criterion", text_value(label(least.asked))},
                    {"verdict", text_value(name(step.count->verdict()))},
                    {"indicative", {step.indicative}},
                    {"margin", points_value(least)},
                    {"margin_at_most", points_value(most)},
                    {"have", whole_value(least.have)},
                    {"have_at_most", whole_value(most.have)},
                    {"need", whole_value(least.need)},
                    {"whole", whole_value(least.of)}});
}

[[nodiscard]] inline io::json_value margin_rows(std::vector<replay_step> const& steps) {
  io::json_array rows;
  for (auto const& step : steps) {
    if (!step.count) continue;  // positions on single issues are not a vote
    auto const& least = step.count->least().criteria();
    auto const& most = step.count->most().criteria();
    for (std::size_t i = 0; i < least.size(); ++i)
      if (least[i].counts) rows.push_back(margin_row(step, least[i], most[i]));
  }
  return {std::move(rows)};
}

[[nodiscard]] inline io::json_value margin_layers() {
  auto const x = object_of({{"field", text_value("day")}, {"type", text_value("temporal")}, {"title", {nullptr}}});
  auto const y = channel("margin", "quantitative", "margin in points");
  auto const y2 = object_of({{"field", text_value("margin_at_most")}});
  auto const colour = colours_of("verdict", {"adopted", "not adopted", "open"});
  auto const told = field_list({{"day", "temporal"},
                                {"title", "nominal"},
                                {"verdict", "nominal"},
                                {"have", "quantitative"},
                                {"have_at_most", "quantitative"},
                                {"need", "quantitative"}});
  io::json_array layers;
  layers.push_back(layer_of(object_of({{"type", text_value("rule")}, {"color", text_value("black")}}),
                            object_of({{"y", object_of({{"datum", whole_value(0)}})}})));
  layers.push_back(
      layer_of(object_of({{"type", text_value("rule")}, {"strokeWidth", whole_value(4)}, {"opacity", real_value(0.4)}}),
               object_of({{"x", x}, {"y", y}, {"y2", y2}, {"color", colour}, {"tooltip", told}})));
  layers.push_back(layer_of(object_of({{"type", text_value("point")}, {"filled", {true}}, {"size", whole_value(60)}}),
                            object_of({{"x", x}, {"y", y}, {"color", colour}, {"tooltip", told}})));
  return {std::move(layers)};
}

}  // namespace detail

namespace io {

/// The snapshots of a dossier as a Vega-Lite 5 chart: over the days, by how many points of the whole each criterion was
/// passed or missed, from the least to the most that the open members allow. A row of pictures for each criterion.
/// Snapshots that cannot be counted are left out. Cost: linear in the snapshots.
[[nodiscard]] inline std::string vega_lite(std::vector<replay_step> const& steps, std::string_view title) {
  io::json_object chart;
  chart.add("$schema", detail::text_value(detail::vega_lite_schema));
  chart.add("title", detail::text_value(title));
  chart.add("data", detail::object_of({{"values", detail::margin_rows(steps)}}));
  auto const row = detail::object_of({{"field", detail::text_value("criterion")},
                                      {"type", detail::text_value("nominal")},
                                      {"sort", {nullptr}},
                                      {"title", {nullptr}}});
  chart.add("facet", detail::object_of({{"row", row}}));
  chart.add("spec", detail::object_of({{"width", detail::whole_value(600)}, {"layer", detail::margin_layers()}}));
  return to_string(json_value{std::move(chart)}) + "\n";
}

}  // namespace io

}  // namespace codecision
