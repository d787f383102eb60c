// SPDX-License-Identifier: BSL-1.0
// Which coalitions only just win, or only just block, as a decision diagram, and how many are there?
#pragma once

#include <codecision/power/engines/diagram_build.hpp>
#include <codecision/power/engines/diagram_count.hpp>
#include <codecision/power/engines/ordered_search.hpp>
#include <codecision/power/sharing.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace codecision::power::detail {

/// The diagram of those who block: they win when those who stay out lose.
[[nodiscard]] inline decision_diagram dual_of(decision_diagram diagram) {
  auto const turned = [](std::uint32_t node) { return node < 2 ? 1 - node : node; };
  for (auto& level : diagram.levels)
    for (std::size_t v = 2; v < level.size(); ++v) level[v] = {turned(level[v].with), turned(level[v].without)};
  diagram.root = turned(diagram.root);
  return diagram;
}

/// Lists of numbers, each with a place of its own: a hash table with open addressing.
class list_set {
 public:
  using list = std::vector<std::uint32_t>;

  list_set() : slots_(16), starts_{0} {}

  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  void get(std::size_t i, list& to) const { to.assign(begin(i), begin(i + 1)); }
  [[nodiscard]] std::size_t bytes() const { return (slots_.size() + starts_.capacity() + numbers_.capacity()) * sizeof(std::uint32_t); }
  /// The place of a list; it is added where it is new.
  [[nodiscard]] std::uint32_t place(list const& wanted) {
    if (2 * size() >= slots_.size()) grow();
    auto& slot = find(wanted.begin(), wanted.end());
    if (slot == 0) {
      numbers_.insert(numbers_.end(), wanted.begin(), wanted.end());
      starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
      slot = static_cast<std::uint32_t>(size());
    }
    return slot - 1;
  }

 private:
  using position = list::const_iterator;

  [[nodiscard]] position begin(std::size_t i) const { return numbers_.begin() + static_cast<std::ptrdiff_t>(starts_[i]); }
  /// Where the list is, or where it belongs: a slot holds a place plus one, or 0.
  [[nodiscard]] std::uint32_t& find(position first, position last) {
    std::uint64_t h = 0;
    for (auto i = first; i != last; ++i) {
      h = (h ^ *i) * 0x9e3779b97f4a7c15u;
      h ^= h >> 32;
    }
    auto const mask = slots_.size() - 1;
    auto at = static_cast<std::size_t>(h) & mask;
    while (slots_[at] != 0 && !std::equal(first, last, begin(slots_[at] - 1), begin(slots_[at]))) at = (at + 1) & mask;
    return slots_[at];
  }
  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::size_t i = 0; i < size(); ++i) find(begin(i), begin(i + 1)) = static_cast<std::uint32_t>(i + 1);
  }

  std::vector<std::uint32_t> slots_, starts_;
  list numbers_;
};

/// Which node of a level wins whenever another one does? Asked of the nodes they lead to, and remembered.
class node_order {
 public:
  explicit node_order(decision_diagram const& diagram) : diagram_{diagram}, known_(diagram.levels.size()) {}

  /// Does `stronger` win whenever `weaker` does, whoever joins from this level on?
  [[nodiscard]] bool is_at_most(std::size_t level, std::uint32_t weaker, std::uint32_t stronger) {
    if (weaker == stronger || weaker == decision_diagram::loses || stronger == decision_diagram::wins) return true;
    if (weaker == decision_diagram::wins || stronger == decision_diagram::loses) return false;  // no node is like these two
    auto& known = known_[level];
    std::uint32_t const pair[] = {weaker, stronger};
    auto const before = known.pairs.size();
    auto const place = known.pairs.place(pair);
    if (place < before) return known.answers[place];
    auto const& nodes = diagram_.levels[level];
    auto const answer = is_at_most(level + 1, nodes[weaker].without, nodes[stronger].without) &&
                        is_at_most(level + 1, nodes[weaker].with, nodes[stronger].with);
    known.answers.push_back(answer);
    ++asked_;
    return answer;
  }
  [[nodiscard]] diagram_size size() const { return {asked_ / 4, 24 * asked_}; }

 private:
  struct answers_of_level {
    tuple_set pairs{2};
    std::vector<bool> answers;
  };

  decision_diagram const& diagram_;
  std::vector<answers_of_level> known_;
  double asked_ = 0;
};

/// Builds the diagram of the minimal coalitions of a game from the diagram of the game. A coalition is on its way to be one
/// as long as it does not win; when it does, it is one if it loses without any of its members. So its state is the node at
/// which it stands in the diagram of the game, and the nodes at which it would stand without one member. Of these only the
/// strongest matter. A member who outweighs all who are still to decide need not be watched: when somebody else joins last,
/// the coalition loses without him, and all the more without the one who outweighs him. Where players can be ranked nobody
/// is watched, and this diagram is as small as that of the game.
class minimal_diagram_builder {
 public:
  minimal_diagram_builder(simple_game const& g, decision_diagram const& diagram, effort const& most)
      : g_{g}, game_{diagram}, limit_{most}, order_{diagram} {
    for (auto const term : g.terms()) each_bit(term, [&](std::size_t k) { asked_ |= std::uint64_t{1} << g.conditions()[k].dimension; });
    result_.order = diagram.order;
  }

  /// The diagram: its paths to the node that wins end there. Error COD-P703 when it grows beyond the effort.
  [[nodiscard]] decision_diagram build() {
    auto built = try_to_build();
    limit_.check(size_);
    return *std::move(built);
  }
  /// The same, or nothing when it grows beyond the effort.
  [[nodiscard]] std::optional<decision_diagram> try_to_build() {
    if (game_.root < 2) {
      result_.levels.assign(game_.order.size(), {{0, 0}, {1, 1}});
      result_.root = game_.root;
      return std::move(result_);
    }
    list_set states;
    result_.root = states.place({game_.root}) + 2;
    for (std::size_t i = 0; i < game_.order.size(); ++i) {
      list_set next;
      result_.levels.push_back(level_of(i, states, next));
      nodes_ += static_cast<double>(states.size());
      if (!is_allowed(states, next)) return std::nullopt;
      states = std::move(next);
    }
    merge_alike(result_);
    return std::move(result_);
  }

 private:
  /// The node of the coalition, and after it those without one of its members.
  using state = list_set::list;

  [[nodiscard]] std::vector<diagram_node> level_of(std::size_t i, list_set const& states, list_set& next) {
    auto const watched = !outweighs_the_rest(i);
    std::vector<diagram_node> level{{decision_diagram::loses, decision_diagram::loses}, {decision_diagram::wins, decision_diagram::wins}};
    state here;
    for (std::size_t v = 0; v < states.size() && (v % 1024 != 1023 || is_allowed(states, next)); ++v) {
      states.get(v, here);
      auto const without = node_without(i, here, next);
      level.push_back({without, node_with(i, here, watched, next)});
    }
    return level;
  }
  [[nodiscard]] bool is_allowed(list_set const& states, list_set const& next) {
    auto const nodes = nodes_ + static_cast<double>(next.size());
    auto const order = order_.size();
    size_ = {nodes + order.nodes, nodes * sizeof(diagram_node) + static_cast<double>(states.bytes() + 3 * next.bytes()) + order.bytes};
    return limit_.allows(size_);
  }
  /// Has this player no less weight than anybody who is still to decide, in each dimension that is asked for?
  [[nodiscard]] bool outweighs_the_rest(std::size_t i) const {
    bool answer = true;
    each_bit(asked_, [&](std::size_t d) {
      for (auto k = i + 1; k < game_.order.size(); ++k) answer = answer && g_.weight(d, game_.order[i]) >= g_.weight(d, game_.order[k]);
    });
    return answer;
  }

  [[nodiscard]] std::uint32_t node_without(std::size_t i, state const& here, list_set& next) {
    after_.clear();
    for (auto const node : here) after_.push_back(game_.levels[i][node].without);
    return node_of_state(i + 1, next);
  }
  [[nodiscard]] std::uint32_t node_with(std::size_t i, state const& here, bool watched, list_set& next) {
    after_.clear();
    for (auto const node : here) after_.push_back(game_.levels[i][node].with);
    auto const without_him = game_.levels[i][here[0]].without;
    if (watched) after_.push_back(without_him);
    else after_.erase(std::remove_if(after_.begin() + 1, after_.end(), [&](auto node) { return order_.is_at_most(i + 1, node, without_him); }), after_.end());
    return node_of_state(i + 1, next);
  }
  /// The node of the state in `after_`.
  [[nodiscard]] std::uint32_t node_of_state(std::size_t level, list_set& next) {
    auto const now = after_[0];
    if (now == decision_diagram::loses) return now;
    for (std::size_t k = 1; k < after_.size(); ++k)
      if (after_[k] == now) return decision_diagram::loses;  // who makes no difference now never will
    if (now == decision_diagram::wins) return now;
    std::sort(after_.begin() + 1, after_.end());
    after_.erase(std::unique(after_.begin() + 1, after_.end()), after_.end());
    kept_.assign(1, now);
    for (std::size_t k = 1; k < after_.size(); ++k)
      if (!is_weaker_than_another(level, k)) kept_.push_back(after_[k]);
    return next.place(kept_) + 2;
  }
  [[nodiscard]] bool is_weaker_than_another(std::size_t level, std::size_t k) {
    if (after_[k] == decision_diagram::loses) return true;
    for (std::size_t other = 1; other < after_.size(); ++other)
      if (other != k && order_.is_at_most(level, after_[k], after_[other])) return true;
    return false;
  }

  simple_game const& g_;
  decision_diagram const& game_;
  diagram_limit limit_;
  node_order order_;
  std::uint64_t asked_ = 0;  ///< the dimensions of conditions that stand in a term
  decision_diagram result_;
  state after_, kept_;
  double nodes_ = 0;
  diagram_size size_{};
};

/// The numbers of sets and members of a diagram whose paths end where they win.
[[nodiscard]] inline minimal_counts minimal_counts_of(simple_game const& g, decision_diagram const& minimal, effort const& most) {
  auto const found = diagram_counter{g, minimal, most, diagram_counter::end::nobody_joins}.count();
  minimal_counts counts{g.size()};
  std::copy_n(found.winning.begin(), g.size() + 1, counts.coalitions.begin());
  for (std::size_t i = 0; i < g.size(); ++i) std::copy_n(found.winning_with[i].begin(), g.size() + 1, counts.with[i].begin());
  return counts;
}

/// Minimal winning or minimal blocking coalitions by size, and those with each player: exact, for games of up to 64 players.
/// Error COD-P703 when the diagrams grow beyond the effort. Cost: as for counting all winning coalitions by a diagram where
/// players can be ranked; more where they cannot, but little where the game has structure, such as two chambers.
[[nodiscard]] inline minimal_counts count_minimal_by_diagram(simple_game const& g, side which, effort const& most) {
  auto game = diagram_builder{g, most}.build();
  if (which == side::blocking) game = dual_of(std::move(game));
  return minimal_counts_of(g, minimal_diagram_builder{g, game, most}.build(), most);
}
/// The same, or nothing when the diagrams turn out to be large: a second is spent on trying, and no more nodes are made
/// than can be counted by size within the memory.
[[nodiscard]] inline std::optional<minimal_counts> try_minimal_by_diagram(simple_game const& g, side which, effort const& most) {
  auto trial = most.by_any_engine();
  auto const nodes = most.most_bytes / static_cast<double>(sizeof(std::uint64_t) * (g.size() + 4));
  trial.most_seconds = (std::min)({most.most_seconds, 1.0, nodes * diagram_limit::steps_a_node / estimate::steps_a_second});
  auto game = diagram_builder{g, trial}.try_to_build();
  if (!game) return std::nullopt;
  if (which == side::blocking) game = dual_of(*std::move(game));
  auto const minimal = minimal_diagram_builder{g, *game, trial}.try_to_build();
  if (!minimal) return std::nullopt;
  return minimal_counts_of(g, *minimal, most);
}

}  // namespace codecision::power::detail
