// SPDX-License-Identifier: BSL-1.0
// Is the graph of a procedure the one that the published table draws, and can any algorithm of Boost walk it?
#include "olp_names.hpp"
#include "olp_walk.hpp"

#include <codecision/procedure/graph/every_way_passes.hpp>
#include <codecision/procedure/graph/still_possible.hpp>
#include <codecision/procedure/graph/ways_to.hpp>
#include <codecision/procedure/special.hpp>

#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <array>
#include <iterator>

#include "errors/caught.hpp"
#include "support/catch.hpp"

using namespace codecision;
using namespace codecision::test;
namespace cp = codecision::procedure;
using cp::event_kind;
using cp::place;

namespace {

/// A file and how the notes of the published table describe it.
struct view {
  char const* basis;
  proposer initiator;
  olp_file notes;
};
std::array<view, 6> const views{{{"TFEU 114", proposer::commission, {true, false, false, false}},
                                 {"TFEU 114", proposer::member_states, {false, true, false, false}},
                                 {"TFEU 48", proposer::commission, {true, false, true, false}},
                                 {"TFEU 82(2)", proposer::commission, {true, false, false, true}},
                                 {"TFEU 83(1)", proposer::member_states, {false, true, false, true}},
                                 {"TFEU 281", proposer::court, {false, true, false, false}}}};

cp::procedure_graph graph_of(view const& v) { return cp::graph(cp::ordinary(), {{v.basis}, v.initiator}); }

std::multiset<olp_step> steps_of(cp::procedure_graph const& g) {
  std::multiset<olp_step> steps;
  for (auto [e, end] = boost::edges(g); e != end; ++e)
    steps.insert({olp_name(g[boost::source(*e, g)]), olp_name(g[*e].how->event), olp_name(g[boost::target(*e, g)]), ""});
  return steps;
}
std::multiset<olp_step> as_set(std::vector<olp_step> const& steps) { return {steps.begin(), steps.end()}; }

std::vector<cp::procedure_table> all_procedures() { return {cp::ordinary(), cp::consultation(), cp::consent(), cp::enhanced_cooperation()}; }

BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<cp::procedure_graph>) );
BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<cp::procedure_graph>) );

}  // namespace

TEST_CASE("the graph has the steps of the published table, its pseudo-states written out, and no other") {
  CHECK(steps_of(cp::graph(cp::ordinary())) == as_set(olp_steps()));
}

TEST_CASE("the view of a file has the steps that the notes of the published table leave to it") {
  for (auto const& v : views) {
    CAPTURE(v.basis, v.initiator);
    CHECK(steps_of(graph_of(v)) == as_set(olp_steps(v.notes)));
  }
}

TEST_CASE("an edge knows its ends, its step and the provision behind it") {
  for (auto const& table : all_procedures()) {
    auto const g = cp::graph(table);
    for (auto [e, end] = boost::edges(g); e != end; ++e) {
      CHECK(g[*e].from == g[boost::source(*e, g)]);
      CHECK(g[*e].to == g[boost::target(*e, g)]);
      REQUIRE(g[*e].how->source != nullptr);
      CHECK_FALSE(g[*e].how->source->article.empty());
    }
    CHECK(g[boost::graph_bundle].title == table.title);
    CHECK(g[0] == place{stage::not_proposed});
  }
}

TEST_CASE("a brake pulled at a stage resumes there and nowhere else") {
  auto const g = cp::graph(cp::ordinary());
  int suspended = 0;
  for (std::size_t v = 0; v < boost::num_vertices(g); ++v) {
    if (!is_suspended(g[v].at)) continue;
    ++suspended;
    REQUIRE(g[v].suspended_in.has_value());
    std::vector<place> resumed;
    for (auto [e, end] = boost::out_edges(v, g); e != end; ++e)
      if (!is_final(g[*e].to.at)) resumed.push_back(g[*e].to);
    CHECK(resumed == std::vector{place{*g[v].suspended_in}});
    for (auto [e, end] = boost::in_edges(v, g); e != end; ++e) CHECK(g[*e].from == place{*g[v].suspended_in});
  }
  CHECK(suspended == 14);  // two brakes, seven stages
}

TEST_CASE("every stage is reachable, in every procedure and in every view") {
  std::set<stage> met;
  auto const check = [&](cp::procedure_graph const& g) {
    CHECK(cp::still_possible(g, {}).reachable.size() + 1 == boost::num_vertices(g));
    for (std::size_t v = 0; v < boost::num_vertices(g); ++v) met.insert(g[v].at);
  };
  for (auto const& table : all_procedures()) check(cp::graph(table));
  for (auto const& v : views) check(graph_of(v));
  CHECK(met.size() == stage_count);
}

TEST_CASE("each of the special procedures has its own stages and no other's") {
  auto const stages = [](cp::procedure_table const& table) {
    std::set<stage> found;
    auto const g = cp::graph(table);
    for (std::size_t v = 0; v < boost::num_vertices(g); ++v) found.insert(g[v].at);
    return found;
  };
  using s = stage;
  std::set<s> const an_act{s::not_proposed, s::council_decision, s::adopted, s::signed_by_presidents, s::published, s::in_force, s::withdrawn};
  auto with = [](std::set<s> all, std::set<s> const& more) {
    all.insert(more.begin(), more.end());
    return all;
  };
  CHECK(stages(cp::consultation()) == with(an_act, {s::parliament_opinion}));
  CHECK(stages(cp::consent()) == with(an_act, {s::parliament_consent, s::not_adopted}));
  CHECK(stages(cp::enhanced_cooperation()) == std::set<s>{s::not_proposed, s::commission_examines_request, s::parliament_consent,
                                                          s::council_decision, s::enhanced_cooperation, s::not_adopted, s::withdrawn});
}

TEST_CASE("where nothing more can happen the file is over, and nowhere else") {
  for (auto const& table : all_procedures()) {
    auto const g = cp::graph(table);
    for (std::size_t v = 0; v < boost::num_vertices(g); ++v) CHECK((boost::out_degree(v, g) == 0) == is_final(g[v].at));
  }
}

// ----- algorithms of Boost -----

namespace {
struct circle_finder : boost::default_dfs_visitor {
  std::multiset<event_kind>* closing;
  template <class Edge, class Graph>
  void back_edge(Edge e, Graph const& g) { closing->insert(g[e].how->event); }
};
}  // namespace

TEST_CASE("depth-first search: circles close where a proposal is altered or a brake is released, and nowhere else") {
  auto const g = cp::graph(cp::ordinary());
  std::multiset<event_kind> closing;
  circle_finder finder;
  finder.closing = &closing;
  boost::depth_first_search(g, boost::visitor(finder));
  CHECK(closing.count(event_kind::alter_proposal) == 2);
  CHECK(closing.count(event_kind::refer_back) == 7);
  CHECK(closing.count(event_kind::consensus_refer_back) == 7);
  CHECK(closing.size() == 16);
}

TEST_CASE("topological sort: not with circles, but of the graph without the steps that lead back") {
  for (auto const& table : {cp::ordinary(), cp::consultation(), cp::consent()}) {
    auto const g = cp::graph(table);
    std::vector<std::size_t> order;
    CHECK_THROWS_AS(boost::topological_sort(g, std::back_inserter(order)), boost::not_a_dag);
    order.clear();
    auto const forward = cp::onward(g);
    boost::topological_sort(forward, std::back_inserter(order));
    REQUIRE(order.size() == boost::num_vertices(g));
    CHECK(order.back() == 0);  // the last is the first: everything follows from it
    std::vector<std::size_t> rank(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    for (auto [e, end] = boost::edges(forward); e != end; ++e) CHECK(rank[boost::source(*e, g)] > rank[boost::target(*e, g)]);
  }
}

TEST_CASE("strong components: a stage and the places where a brake stops it, and nothing wider") {
  auto const g = cp::graph(cp::ordinary());
  std::vector<std::size_t> component(boost::num_vertices(g));
  auto const count = boost::strong_components(g, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, g)));
  CHECK(static_cast<std::size_t>(count) == boost::num_vertices(g) - 14);
  for (std::size_t v = 0; v < boost::num_vertices(g); ++v)
    if (g[v].suspended_in) CHECK(component[v] == component[cp::place_at(g, *g[v].suspended_in)]);
}

TEST_CASE("Dijkstra: the fewest votes of the Council on the way to adoption are one") {
  auto const g = cp::graph(cp::ordinary());
  using edge = boost::graph_traits<cp::procedure_graph>::edge_descriptor;
  auto const votes = [&](edge const& e) { return g[e].how->by == cp::actor::council ? 1 : 0; };
  std::vector<int> fewest(boost::num_vertices(g));
  boost::dijkstra_shortest_paths(
      g, std::size_t{0},
      boost::weight_map(boost::make_function_property_map<edge>(votes)).distance_map(boost::make_iterator_property_map(fewest.begin(), boost::get(boost::vertex_index, g))));
  CHECK(fewest[cp::place_at(g, stage::adopted)] == 1);
  CHECK(fewest[cp::place_at(g, stage::third_reading)] == 2);
}

TEST_CASE("a graph is copied with its table") {
  auto const g = cp::graph(cp::ordinary());
  auto const copy = g;  // NOLINT: the copy is what is tested
  CHECK(steps_of(copy) == steps_of(g));
  CHECK(copy[boost::graph_bundle].steps.size() == 33);
}

// ----- every way -----

namespace {

/// Ways as the events that they take.
std::multiset<std::vector<std::string>> events_of(std::vector<cp::way> const& ways) {
  std::multiset<std::vector<std::string>> all;
  for (auto const& w : ways) {
    std::vector<std::string> events;
    for (auto const& l : w.legs) events.push_back(olp_name(l.how->event));
    all.insert(events);
  }
  return all;
}
std::multiset<std::vector<std::string>> events_of(std::vector<std::vector<olp_step>> const& ways) {
  std::multiset<std::vector<std::string>> all;
  for (auto const& w : ways) {
    std::vector<std::string> events;
    for (auto const& s : w) events.push_back(s.event);
    all.insert(events);
  }
  return all;
}

}  // namespace

TEST_CASE("the ways to every end are those that a walk over the published table finds") {
  auto const check = [](cp::procedure_graph const& g, std::vector<olp_step> const& steps) {
    for (std::size_t from = 0; from < boost::num_vertices(g); ++from)
      for (auto const goal : {stage::adopted, stage::in_force, stage::not_adopted, stage::withdrawn, stage::enhanced_cooperation, stage::conciliation}) {
        CAPTURE(olp_name(g[from]), olp_name(goal));
        CHECK(events_of(cp::ways_to(g, goal, g[from])) == events_of(olp_ways(steps, olp_name(goal), olp_name(g[from]))));
      }
  };
  check(cp::graph(cp::ordinary()), olp_steps());
  for (auto const& v : views) check(graph_of(v), olp_steps(v.notes));
}

TEST_CASE("nine ways lead from a proposal of the Commission to its adoption, four of them after a rejection by Parliament") {
  auto const ways = cp::ways_to_adoption(cp::graph(cp::ordinary(), {{"TFEU 114"}}));
  CHECK(ways.size() == 9);
  int rejected = 0;
  for (auto const& w : ways) {
    if (w.takes(event_kind::reject_proposal)) {
      ++rejected;
      CHECK_FALSE(w.takes(event_kind::approve_parliament_position));  // [interpretation]
    }
    CHECK_FALSE(w.takes(event_kind::alter_proposal));
    CHECK(w.places().front() == place{stage::not_proposed});
    CHECK(w.places().back() == place{stage::adopted});
    for (std::size_t i = 1; i < w.legs.size(); ++i) CHECK(w.legs[i].from == w.legs[i - 1].to);
  }
  CHECK(rejected == 4);
}

TEST_CASE("from second reading on there are four ways: approval, silence, all amendments, conciliation") {
  auto const ways = cp::ways_to_adoption(cp::graph(cp::ordinary()), stage::parliament_second_reading);
  REQUIRE(ways.size() == 4);
  CHECK(ways[0].legs.size() == 1);
  CHECK(ways[1].legs[0].how->event == event_kind::time_limit_expires);
  CHECK(ways[2].takes(event_kind::approve_all_amendments));
  CHECK(ways[3].takes(event_kind::both_adopt));
}

TEST_CASE("consultation and consent have one way to adoption for each initiator; enhanced cooperation has one to its authorisation") {
  CHECK(cp::ways_to_adoption(cp::graph(cp::consultation())).size() == 2);
  CHECK(cp::ways_to_adoption(cp::graph(cp::consent())).size() == 2);
  CHECK(cp::ways_to_adoption(cp::graph(cp::consent(), {{"TFEU 19(1)"}})).size() == 1);
  auto const g = cp::graph(cp::enhanced_cooperation());
  CHECK(cp::ways_to(g, stage::enhanced_cooperation).size() == 1);
  CHECK(cp::ways_to_adoption(g).empty());
}

TEST_CASE("a file that is there has one way, of no steps; a file that is over has none") {
  auto const g = cp::graph(cp::ordinary());
  CHECK(cp::ways_to_adoption(g, stage::adopted) == std::vector<cp::way>{cp::way{}});
  CHECK(cp::ways_to_adoption(g, stage::withdrawn).empty());
  CHECK(cp::way{}.places().empty());
}

TEST_CASE("after a brake under TFEU 82(3) or 83(3) some members can go on; under TFEU 48 they cannot") {
  auto const criminal = cp::graph(cp::ordinary(), {{"TFEU 82(2)"}});
  CHECK(cp::ways_to(criminal, stage::enhanced_cooperation, place{stage::suspended_criminal_matters, stage::third_reading}).size() == 1);
  auto const social = cp::graph(cp::ordinary(), {{"TFEU 48"}});
  CHECK(cp::ways_to(social, stage::enhanced_cooperation).empty());
  CHECK(cp::ways_to(social, stage::not_adopted, place{stage::suspended_social_security, stage::third_reading}).size() == 2);  // inaction, or resume and fail
}

// ----- what every way passes -----

TEST_CASE("every way from a proposal to adoption passes both first readings and nothing else") {
  auto const wanted = std::vector<place>{stage::not_proposed, stage::parliament_first_reading, stage::council_first_reading, stage::adopted};
  CHECK(cp::every_way_passes(cp::graph(cp::ordinary())) == wanted);
}

TEST_CASE("a place lies on every way when the goal is out of reach without it") {
  auto const check = [](cp::procedure_graph const& g, std::vector<olp_step> const& steps) {
    for (std::size_t from = 0; from < boost::num_vertices(g); ++from)
      for (std::size_t goal = 0; goal < boost::num_vertices(g); ++goal) {
        auto const passed = cp::every_way_passes(g, g[goal], g[from]);
        CAPTURE(olp_name(g[from]), olp_name(g[goal]));
        auto const there = olp_reach(steps, olp_name(g[from])).count(olp_name(g[goal])) == 1;
        for (std::size_t v = 0; v < boost::num_vertices(g); ++v) {
          auto const cut = olp_reach(steps, olp_name(g[from]), olp_name(g[v])).count(olp_name(g[goal])) == 0;
          auto const listed = std::find(passed.begin(), passed.end(), g[v]) != passed.end();
          if (listed != (there && cut)) CHECK(listed == (there && cut));
        }
        CHECK(passed.empty() == !there);
      }
  };
  check(cp::graph(cp::ordinary(), {{"TFEU 82(2)"}}), olp_steps({true, false, false, true}));
  check(cp::graph(cp::ordinary(), {{"TFEU 114"}, proposer::member_states}), olp_steps({false, true, false, false}));
}

TEST_CASE("they come in the order in which they are passed") {
  auto const passed = cp::every_way_passes(cp::graph(cp::ordinary()), stage::third_reading);
  auto const wanted = std::vector<place>{stage::not_proposed, stage::parliament_first_reading, stage::council_first_reading,
                                         stage::parliament_second_reading, stage::council_second_reading, stage::conciliation_to_convene,
                                         stage::conciliation, stage::third_reading};
  CHECK(passed == wanted);
  CHECK(cp::every_way_passes(cp::graph(cp::ordinary()), stage::adopted, stage::adopted) == std::vector<place>{stage::adopted});
}

// ----- what is still possible -----

TEST_CASE("what can still happen is what a walk over the published table reaches") {
  auto const g = cp::graph(cp::ordinary());
  auto const steps = olp_steps();
  std::set<std::string> const terminal{"IN_FORCE", "NOT_ADOPTED", "WITHDRAWN", "ENHANCED_COOPERATION", "BLOCKED"};
  for (std::size_t v = 0; v < boost::num_vertices(g); ++v) {
    auto const ahead = cp::still_possible(g, g[v]);
    auto wanted = olp_reach(steps, olp_name(g[v]));
    wanted.erase(olp_name(g[v]));
    std::set<std::string> reached, ends, wanted_ends;
    for (auto const& p : ahead.reachable) reached.insert(olp_name(p));
    for (auto const& p : ahead.ends) ends.insert(olp_name(p));
    for (auto const& w : wanted)
      if (terminal.count(w) == 1) wanted_ends.insert(w);
    CAPTURE(olp_name(g[v]));
    CHECK(reached == wanted);
    CHECK(ends == wanted_ends);
    CHECK(ahead.next.size() == static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [&](auto const& s) { return s.from == olp_name(g[v]); })));
  }
}

TEST_CASE("after the Council's position the Commission can no longer withdraw its proposal") {
  auto const g = cp::graph(cp::ordinary(), {{"TFEU 114"}});
  CHECK(cp::still_possible(g, stage::council_first_reading).reaches(stage::withdrawn));
  CHECK_FALSE(cp::still_possible(g, stage::parliament_second_reading).reaches(stage::withdrawn));
}

TEST_CASE("a place that the procedure does not have is an error") {
  auto const g = cp::graph(cp::consultation());
  auto const asked = [&](auto call) { return caught(call).code() == error_code::wrong_procedure; };
  CHECK(asked([&] { (void)cp::still_possible(g, stage::conciliation); }));
  CHECK(asked([&] { (void)cp::still_possible(g, stage::parliament_consent); }));
  CHECK(asked([&] { (void)cp::ways_to_adoption(g, stage::parliament_first_reading); }));
  CHECK(asked([&] { (void)cp::every_way_passes(g, stage::enhanced_cooperation); }));
  CHECK(asked([&] { (void)cp::place_at(cp::graph(cp::ordinary(), {{"TFEU 48"}}), place{stage::suspended_criminal_matters, stage::third_reading}); }));
  CHECK_FALSE(cp::find_place(g, stage::conciliation).has_value());
}
