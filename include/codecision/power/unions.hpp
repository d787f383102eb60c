// SPDX-License-Identifier: BSL-1.0
// How often does a player swing when others vote in unions, and only its own union is divided?
#pragma once

#include <codecision/power/blocs.hpp>
#include <codecision/power/coalition_count.hpp>

#include <algorithm>
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

/// The game among the parts of a partition when somebody else already brings these weights, without one of the parts.
class quotient_game {
 public:
  quotient_game(simple_game const& g, partition const& parts)
      : game_{g}, rule_{g}, weights_{weights_of(g, parts)}, size_{parts.size()} {}

  [[nodiscard]] simple_game whole() const { return game_from(named_players{size_}, weights_, rule_); }
  [[nodiscard]] simple_game among_others(std::size_t part, std::vector<std::int64_t> const& help) const {
    auto others = weights_;
    for (auto& dimension : others) dimension.erase(dimension.begin() + static_cast<std::ptrdiff_t>(part));
    return game_from(named_players{size_ - 1}, others, rule_.helped_by(help));
  }
  /// What some members of a part weigh: bit j of `members` stands for the j-th of the part.
  [[nodiscard]] std::vector<std::int64_t> weights(std::vector<std::size_t> const& part, std::uint64_t members) const {
    std::vector<std::int64_t> sums(game_.dimensions());
    each_bit(members, [&](std::size_t j) {
      for (std::size_t d = 0; d < sums.size(); ++d) sums[d] += game_.weight(d, part[j]);
    });
    return sums;
  }

 private:
  simple_game const& game_;
  formula rule_;
  std::vector<std::vector<std::int64_t>> weights_;
  std::size_t size_;
};

/// For each part of a partition, each set T of its members and each number r: how many sets of r other parts win together
/// with T. From these follow all swings of the index of Owen.
class union_counts {
 public:
  template <class Run>
  union_counts(simple_game const& g, std::vector<bloc> const& unions, effort const& most, Run const& run)
      : parts_{partition_of(g.players(), unions)}, wins_(parts_.size()) {
    quotient_game const quotient{g, parts_};
    auto const jobs = jobs_for(quotient, most);
    set_empty_and_whole(count_coalitions(quotient.whole(), most));
    run(jobs.size(), [&](std::size_t j) {
      auto const [part, members] = jobs[j];
      auto const counts = count_coalitions(quotient.among_others(part, quotient.weights(parts_.parts[part], members)), most);
      std::copy_n(counts.winning.begin(), parts_.size(), &wins(part, members, 0));
    });
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

  /// One count for each set of members of a union that is neither empty nor the whole union.
  [[nodiscard]] std::vector<job> jobs_for(quotient_game const& quotient, effort const& most) {
    double counts = 1;
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      if (parts_.parts[p].size() > 24) this_union_is_too_large(parts_.names[p], parts_.parts[p].size());
      counts += static_cast<double>(whole(p)) - 1;
    }
    auto cost = counting_cost(quotient.whole(), most.by, most);
    cost.steps *= counts;
    cost.bytes += counts * static_cast<double>(parts_.size() * sizeof(std::uint64_t) + sizeof(job));
    check_cost(cost, most, "use smaller unions: each set of members of a union is a count of its own");
    std::vector<job> jobs;
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      wins_[p].resize((whole(p) + 1) * parts_.size());
      for (std::uint64_t members = 1; members < whole(p); ++members) jobs.emplace_back(p, members);
    }
    return jobs;
  }
  /// The empty set and the whole union are counted for all parts at once: with a part, and without it.
  void set_empty_and_whole(coalition_counts const& counts) {
    for (std::size_t p = 0; p < parts_.size(); ++p)
      for (std::size_t r = 0; r < parts_.size(); ++r) {
        wins(p, 0, r) = counts.winning[r] - counts.winning_with[p][r];
        wins(p, whole(p), r) = counts.winning_with[p][r + 1];
      }
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
  std::vector<std::vector<std::uint64_t>> wins_;  ///< by part; by set of members and number of other parts
};

}  // namespace codecision::power::detail
