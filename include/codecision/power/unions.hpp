// SPDX-License-Identifier: BSL-1.0
// How often does a player swing when others vote in unions, and only its own union is divided?
#pragma once

#include <codecision/power/blocs.hpp>
#include <codecision/power/coalition_count.hpp>
#include <codecision/power/joint_game.hpp>
#include <codecision/power/players.hpp>
#include <codecision/power/simple_game.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::power::detail {

[[noreturn]] inline void this_union_is_too_large(std::string const& name, std::size_t n) {
  auto const members = std::to_string(n);
  fail(error_code::too_costly, "the union '" + name + "' has " + members + " members, so that 2^" + members + " parts of it would be counted", "",
       "use unions of at most 24 members");
}

/// One chamber of a game whose players vote in unions; a game that is no joint game is one chamber. Its parts are those of the
/// partition that lie in it whole; a union with members in several chambers is a part of none, and brings weights to each.
class chamber_of_unions {
 public:
  using sums = std::vector<std::int64_t>;

  /// `first`: the position of the first player of the chamber among all players.
  chamber_of_unions(simple_game const& g, std::size_t first, partition const& all) : game_{g}, rule_{g}, first_{first} {
    partition own;
    for (std::size_t p = 0; p < all.size(); ++p)
      if (members_here(all.parts[p]) == coalition::all(all.parts[p].size()).bits()) {
        parts_.push_back(p);
        own.parts.push_back(all.parts[p]);
        for (auto& i : own.parts.back()) i -= first;
      }
    weights_ = weights_of(game_, own);
  }

  /// Which parts of the partition lie in this chamber?
  [[nodiscard]] std::vector<std::size_t> const& parts() const { return parts_; }
  /// Which members of a union belong to this chamber? Bit j stands for the j-th.
  [[nodiscard]] std::uint64_t members_here(std::vector<std::size_t> const& members) const {
    std::uint64_t here = 0;
    for (std::size_t j = 0; j < members.size(); ++j) here |= std::uint64_t{is_here(members[j])} << j;
    return here;
  }
  /// Adds to `help` what these members of a union weigh here.
  void add(sums& help, std::vector<std::size_t> const& all, std::uint64_t members) const {
    each_bit(members & members_here(all), [&](std::size_t j) {
      for (std::size_t d = 0; d < help.size(); ++d) help[d] += game_.weight(d, all[j] - first_);
    });
  }
  [[nodiscard]] sums nobody() const { return sums(game_.dimensions()); }
  /// The game among the parts when somebody else already brings these weights.
  [[nodiscard]] simple_game among_parts(sums const& help) const { return game_from(named_players{parts_.size()}, weights_, rule_.helped_by(help)); }
  /// The same without the n-th of the parts.
  [[nodiscard]] simple_game among_others(std::size_t n, sums const& help) const {
    auto others = weights_;
    for (auto& dimension : others) dimension.erase(dimension.begin() + static_cast<std::ptrdiff_t>(n));
    return game_from(named_players{parts_.size() - 1}, others, rule_.helped_by(help));
  }

 private:
  [[nodiscard]] bool is_here(std::size_t player) const { return player >= first_ && player - first_ < game_.size(); }

  simple_game game_;
  formula rule_;
  std::size_t first_;
  std::vector<std::size_t> parts_;
  std::vector<sums> weights_;  ///< by dimension, of the parts
};

/// For each part of a partition, each set T of its members and each number r: how many sets of r other parts win together
/// with T. From these follow all swings of the index of Owen. Chambers are counted alone, and multiplied: they know of each
/// other only by the unions that have members in several of them, so each set of those unions is looked at in turn.
class union_counts {
 public:
  template <class Run>
  union_counts(named_players const& players, std::vector<simple_game> const& chambers, std::vector<bloc> const& unions, effort const& most, Run const& run)
      : parts_{partition_of(players, unions)}, most_{most}, home_(parts_.size()), wins_(parts_.size()) {
    find_homes(chambers);
    check_sizes();
    for (std::size_t p = 0; p < parts_.size(); ++p) wins_[p].resize((whole(p) + 1) * parts_.size());
    count_whole_parts(run);
    std::vector<job> jobs;
    for (std::size_t p = 0; p < parts_.size(); ++p)
      for (std::uint64_t members = 0; members <= whole(p); ++members) jobs.emplace_back(p, members);
    run(jobs.size(), [&](std::size_t j) { count_with(jobs[j].first, jobs[j].second); });
    with_whole_parts_.clear();
  }

  [[nodiscard]] partition const& parts() const { return parts_; }

  /// Calls f(t, r, swings): how often the j-th member of a part swings, when t members of the part and r other parts are in
  /// favour already. The same t comes once for each set of members.
  template <class F>
  void each(std::size_t part, std::size_t j, F f) const {
    auto const player = std::uint64_t{1} << j;
    for (std::uint64_t members = 0; members <= whole(part); ++members)
      for (std::size_t r = 0; (members & player) == 0 && r < parts_.size(); ++r)
        f(static_cast<std::size_t>(codecision::detail::ones(members)), r, wins(part, members | player, r) - wins(part, members, r));
  }

 private:
  using job = std::pair<std::size_t, std::uint64_t>;

  /// Where a part lies: the n-th of a chamber, or the n-th of those that belong to several chambers.
  struct home {
    static constexpr std::size_t several = ~std::size_t{0};
    std::size_t chamber = several, n = 0;
  };

  void find_homes(std::vector<simple_game> const& chambers) {
    std::size_t first = 0;
    for (auto const& g : chambers) {
      chambers_.emplace_back(g, first, parts_);
      first += g.size();
      auto const& own = chambers_.back().parts();
      for (std::size_t n = 0; n < own.size(); ++n) home_[own[n]] = {chambers_.size() - 1, n};
    }
    for (std::size_t p = 0; p < parts_.size(); ++p)
      if (home_[p].chamber == home::several) {
        home_[p].n = across_.size();
        across_.push_back(p);
      }
  }

  /// Error COD-P703 when the counts of all chambers, one for each set of members of a union that is neither empty nor the
  /// whole union, and that for each set of the unions across chambers, are more than the caller allows.
  void check_sizes() const {
    if (parts_.size() > coalition_counts::most_players) coalitions_are_sets_of_at_most_64_players(parts_.size());
    estimate all{engine::automatic, 0, 0};
    auto const sets_across = std::exp2(static_cast<double>(across_.size()));
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      if (parts_.parts[p].size() > 24) this_union_is_too_large(parts_.names[p], parts_.parts[p].size());
      all.bytes += static_cast<double>(whole(p) + 1) * static_cast<double>(parts_.size() * sizeof(std::uint64_t) + sizeof(job));
    }
    for (auto const& c : chambers_) {
      double counts = 1;
      for (auto const p : c.parts()) counts += static_cast<double>(whole(p)) - 1;
      for (auto const p : across_) counts += static_cast<double>(whole(p)) / 2;
      auto const one = counting_cost(c.among_parts(c.nobody()), most_.by, most_);
      all.by = one.by;
      all.steps += one.steps * counts * sets_across;
      all.bytes += one.bytes + sets_across * sizeof(coalition_counts);
    }
    check_cost(all, most_, "use smaller unions, and fewer across chambers: each set of members of a union is a count of its own");
  }

  /// The chambers when nobody divides a union, by chamber and by the set of unions across chambers that are in favour.
  template <class Run>
  void count_whole_parts(Run const& run) {
    auto const sets = std::size_t{1} << across_.size();
    with_whole_parts_.assign(chambers_.size(), std::vector<coalition_counts>(sets, coalition_counts{0}));
    run(chambers_.size() * sets, [&](std::size_t j) {
      auto const& c = chambers_[j / sets];
      with_whole_parts_[j / sets][j % sets] = count_coalitions(c.among_parts(help(c, j % sets)), most_);
    });
  }
  /// What these unions across chambers bring to a chamber.
  [[nodiscard]] chamber_of_unions::sums help(chamber_of_unions const& c, std::uint64_t unions) const {
    auto sums = c.nobody();
    each_bit(unions, [&](std::size_t n) { c.add(sums, parts_.parts[across_[n]], ~std::uint64_t{0}); });
    return sums;
  }

  /// How many sets of other parts win with these members, by their number?
  void count_with(std::size_t part, std::uint64_t members) {
    auto const own = home_[part].chamber == home::several ? std::uint64_t{1} << home_[part].n : 0;
    for (std::uint64_t unions = 0; unions >> across_.size() == 0; ++unions) {
      if ((unions & own) != 0) continue;
      size_counts sets{};
      sets[0] = 1;
      for (std::size_t c = 0; c < chambers_.size(); ++c) sets = put_together(sets, winning_in(c, part, members, unions));
      auto const more = static_cast<std::size_t>(codecision::detail::ones(unions));
      for (auto r = more; r < parts_.size(); ++r) wins(part, members, r) += sets[r - more];
    }
  }
  /// In one chamber: how many sets of its other parts win with these members of a part and these unions across chambers?
  [[nodiscard]] size_counts winning_in(std::size_t chamber, std::size_t part, std::uint64_t members, std::uint64_t unions) const {
    auto const& c = chambers_[chamber];
    auto const here = c.members_here(parts_.parts[part]);
    auto const& undivided = with_whole_parts_[chamber];
    auto const at_home = home_[part].chamber == chamber;
    if ((members & here) == 0) return at_home ? without(undivided[unions], home_[part].n) : undivided[unions].winning;
    if ((members & here) == here) return at_home ? with(undivided[unions], home_[part].n) : undivided[unions | std::uint64_t{1} << home_[part].n].winning;
    auto sums = help(c, unions);
    c.add(sums, parts_.parts[part], members);
    return count_coalitions(at_home ? c.among_others(home_[part].n, sums) : c.among_parts(sums), most_).winning;
  }
  /// Winning sets without a part, and those with it, the part itself not counted, by size.
  [[nodiscard]] static size_counts without(coalition_counts const& counts, std::size_t n) {
    auto sets = counts.winning;
    for (std::size_t s = 0; s < sets.size(); ++s) sets[s] -= counts.winning_with[n][s];
    return sets;
  }
  [[nodiscard]] static size_counts with(coalition_counts const& counts, std::size_t n) {
    size_counts sets{};
    std::copy(counts.winning_with[n].begin() + 1, counts.winning_with[n].end(), sets.begin());
    return sets;
  }

  /// All members of a part, as bits.
  [[nodiscard]] std::uint64_t whole(std::size_t part) const { return coalition::all(parts_.parts[part].size()).bits(); }
  [[nodiscard]] std::uint64_t& wins(std::size_t part, std::uint64_t members, std::size_t others) {
    return wins_[part][members * parts_.size() + others];
  }
  [[nodiscard]] std::uint64_t wins(std::size_t part, std::uint64_t members, std::size_t others) const {
    return wins_[part][members * parts_.size() + others];
  }

  partition parts_;
  effort most_;
  std::vector<chamber_of_unions> chambers_;
  std::vector<home> home_;           ///< by part
  std::vector<std::size_t> across_;  ///< the parts with members in several chambers
  std::vector<std::vector<coalition_counts>> with_whole_parts_;
  std::vector<std::vector<std::uint64_t>> wins_;  ///< by part; by set of members and number of other parts
};

/// The counts of a game: of a joint game chamber by chamber.
template <class Run>
[[nodiscard]] union_counts count_unions(joint_game const& g, std::vector<bloc> const& unions, effort const& most, Run const& run) {
  std::vector<simple_game> chambers;
  for (auto const& c : g.chambers()) chambers.push_back(c.rule());
  return {g.players(), chambers, unions, most, run};
}
template <has_simple_form Game, class Run>
[[nodiscard]] union_counts count_unions(Game const& g, std::vector<bloc> const& unions, effort const& most, Run const& run) {
  std::vector<simple_game> const whole{simple_form(g)};
  return {whole.front().players(), whole, unions, most, run};
}

}  // namespace codecision::power::detail
