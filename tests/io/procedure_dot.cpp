// SPDX-License-Identifier: BSL-1.0
// Pictures of a procedure: every stage and every step is drawn, and no words break the drawing.
#include <codecision/io/procedure_dot.hpp>
#include <codecision/procedure/special.hpp>

#include "procedure/olp_walk.hpp"
#include "support/catch.hpp"

#include <set>
#include <sstream>
#include <string>

namespace cod = codecision;
namespace cp = codecision::procedure;
namespace io = codecision::io;
namespace test = codecision::test;

namespace {

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t n = 0;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++n;
  return n;
}
/// Arrows that are seen.
std::size_t arrows_of(std::string const& picture) { return count_of(picture, " -> ") - count_of(picture, "[style=invis]"); }
std::size_t boxes_of(std::string const& picture) { return count_of(picture, "fillcolor="); }

}  // namespace

TEST_CASE("the picture has the states and rows of the published table") {
  auto const picture = io::to_dot(cp::ordinary());
  CHECK(boxes_of(picture) == 18);
  CHECK(arrows_of(picture) == 33);
  io::procedure_picture_options every;
  every.every_place = true;
  auto const places = io::to_dot(cp::ordinary(), every);
  CHECK(boxes_of(places) == 30);
  CHECK(arrows_of(places) == test::olp_steps().size());
  CHECK(places.find("cluster_frame") == std::string::npos);
}

TEST_CASE("the picture of a file has the steps that are open to it") {
  auto const of = [](char const* basis, cod::proposer who) { return io::to_dot(cp::ordinary().for_file({{basis}, who})); };
  CHECK(arrows_of(of("TFEU 114", cod::proposer::commission)) == test::olp_steps({true, false, false, false}).size());
  CHECK(arrows_of(of("TFEU 114", cod::proposer::member_states)) == test::olp_steps({false, true, false, false}).size());
  CHECK(of("TFEU 114", cod::proposer::commission).find("suspended") == std::string::npos);
  CHECK_THAT(of("TFEU 48", cod::proposer::commission), test::contains("\"brake_frame\" -> \"suspended_social_security\"") &&
                                                           test::contains("\"suspended_social_security\" -> \"brake_frame\""));
}

TEST_CASE("an arrow says who does what, within which time, and where that stands; lapses are dashed and brakes red") {
  auto const picture = io::to_dot(cp::ordinary());
  CHECK_THAT(picture, test::contains("\"second_reading_in_Parliament\" -> \"adopted\" [label=\" time limit expires\\l 3 months (+ 1 month)\\l TFEU 294(7)(a)\\l\", style=dashed]"));
  CHECK_THAT(picture, test::contains("[label=\" Parliament: adopt position\\l TFEU 294(3)\\l\"]"));
  CHECK_THAT(picture, test::contains("TFEU 48\\l\", color=\"#c0392b\""));
  CHECK_THAT(picture, test::contains("label=\"ordinary legislative procedure\"]"));
}

TEST_CASE("what ends a file has a double line") {
  auto const picture = io::to_dot(cp::ordinary());
  CHECK(count_of(picture, "peripheries=2") == 5);
  CHECK_THAT(picture, test::contains("\"withdrawn\" [label=\"withdrawn\", fillcolor=\"#f4b8b4\", color=\"#b03a33\", peripheries=2]"));
}

TEST_CASE("quotes, backslashes and line breaks in a table of one's own do not break the drawing") {
  static constexpr cod::citation awkward{"\"x\" \\ <y> & z\nw", "mine"};
  static constexpr cp::transition step{.from = cod::stage::not_proposed, .event = cp::event_kind::submit_proposal, .by = cp::actor::commission,
                                       .to = cod::stage::adopted, .source = &awkward};
  cp::procedure_table mine{"a \"title\"", cod::council_procedure::ordinary, {}, nullptr};
  mine.steps.push_back(step);
  CHECK_THAT(io::to_dot(mine), test::contains(" \\\"x\\\" \\\\ <y> &amp; z w\\l") && test::contains("label=\"a \\\"title\\\"\""));
}

TEST_CASE("the same procedure gives the same text, to a stream too") {
  std::ostringstream out;
  io::write_dot(out, cp::consent());
  CHECK(out.str() == io::to_dot(cp::consent()));
  CHECK_THAT(out.str(), test::starts_with("digraph procedure {") && test::ends_with("}\n"));
}
