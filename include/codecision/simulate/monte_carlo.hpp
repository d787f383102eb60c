// SPDX-License-Identifier: BSL-1.0
// How likely is adoption, and who is likely to be decisive, judged by ballots drawn at random?
#pragma once

#include <codecision/power/blocs.hpp>
#include <codecision/power/effort.hpp>
#include <codecision/power/open_game.hpp>
#include <codecision/power/players.hpp>
#include <codecision/rules/rule.hpp>
#include <codecision/simulate/draw_counts.hpp>
#include <codecision/simulate/independent_votes.hpp>
#include <codecision/simulate/loadings.hpp>
#include <codecision/simulate/one_factor.hpp>
#include <codecision/simulate/voting_bloc.hpp>
#include <codecision/vote/assess.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

namespace detail {
[[noreturn]] inline void this_was_not_counted() {
  fail(error_code::bad_sampling, "it was not counted who is decisive", "", "ask for it: sampling{.decisive = true}");
}
}  // namespace detail

/// What the draws say: counts, and the intervals in which the true probabilities lie. Players are named as in the game.
class sampled_chance : public power::result_for<power::named_players> {
 public:
  /// `known`: how the vote ends, when that was settled before anything was drawn.
  sampled_chance(power::named_players players, draw_counts counts, sampling asked, std::optional<verdict> known = {})
      : result_for{std::move(players)}, counts_{std::move(counts)}, asked_{asked}, known_{known} {}

  /// Did known votes, or the quorum, settle the matter? Then nothing was drawn: there are no draws, the share is exactly 0 or 1, and
  /// so are both ends of the interval.
  [[nodiscard]] bool settled() const { return known_.has_value(); }

  /// What was counted.
  [[nodiscard]] draw_counts const& counts() const { return counts_; }
  /// How it was drawn.
  [[nodiscard]] sampling const& asked() const { return asked_; }
  /// How many ballots were drawn.
  [[nodiscard]] std::uint64_t draws() const { return counts_.draws(); }
  /// How many of them adopt.
  [[nodiscard]] std::uint64_t adopted() const { return counts_.adopted(); }
  /// The share of the draws in which the act was adopted: the estimate of the probability.
  [[nodiscard]] double share() const {
    if (settled()) return *known_ == verdict::adopted ? 1 : 0;
    return static_cast<double>(adopted()) / static_cast<double>(draws());
  }
  /// Where the probability of adoption lies, by Wilson's interval. See `monte_carlo` on stopping early.
  [[nodiscard]] simulate::interval interval() const {
    if (settled()) return {share(), share()};
    return wilson_interval(adopted(), draws(), asked_.confidence);
  }
  /// Is the interval as narrow as was wanted? True when no width was.
  [[nodiscard]] bool width_is_met() const { return asked_.wanted_width == 0 || interval().width() <= asked_.wanted_width; }

  /// In how many draws did the vote of this player settle the matter? A position, a member or a name. Errors: COD-P705; COD-F004
  /// when it was not asked for.
  template <class Player>
  [[nodiscard]] std::uint64_t decisive(Player const& player) const {
    auto const i = at(player);
    if (counts_.decisive().empty()) detail::this_was_not_counted();
    return counts_.decisive()[i];
  }
  /// Where the probability lies that the vote of this player settles the matter. Errors as for `decisive`.
  template <class Player>
  [[nodiscard]] simulate::interval chance_to_be_decisive(Player const& player) const {
    auto const had = decisive(player);
    if (settled()) return {0, 0};
    return wilson_interval(had, draws(), asked_.confidence);
  }

 private:
  draw_counts counts_;
  sampling asked_;
  std::optional<verdict> known_;
};

/// How far a simulation has come, for those who watch it.
struct sampling_progress {
  std::uint64_t draws = 0;  ///< done
  std::uint64_t most = 0;   ///< to be done, unless it stops early
  simulate::interval interval;  ///< the interval around it
};

/// Tells nobody.
struct no_progress {
  /// Does nothing.
  constexpr void operator()(sampling_progress const&) const {}
};

/// How many draws make one job. Part of the definition of where a simulation may stop.
inline constexpr std::uint64_t draws_a_job = 65'536;

namespace detail {
/// The jobs of the next round: one at first, later a quarter of those done, 256 at most. Depends on nothing but its argument, so that
/// a simulation stops at the same draw wherever it runs.
[[nodiscard]] constexpr std::uint64_t jobs_of_next_round(std::uint64_t done) {
  return (std::min)((std::max)(done / 4, std::uint64_t{1}), std::uint64_t{256});
}

/// One round: jobs of consecutive draws, added up.
template <class Model, class Run>
[[nodiscard]] draw_counts count_round(winning_test const& wins, Model const& model, sampling const& s, std::uint64_t first, std::uint64_t last, Run const& run) {
  std::vector<draw_counts> parts(static_cast<std::size_t>((last - first + draws_a_job - 1) / draws_a_job));
  run(parts.size(), [&](std::size_t job) {
    auto const from = first + job * draws_a_job;
    parts[job] = count_draws(wins, model, s, from, (std::min)(from + draws_a_job, last));
  });
  draw_counts sum;
  for (auto const& part : parts) sum += part;
  return sum;
}
}  // namespace detail

/// How likely does a coalition win that is drawn from this model? `s.draws` ballots are drawn, or fewer when the interval is as narrow
/// as `s.wanted_width` before. `run`: one after the other, or power::threads; `on_progress` is called after each round by the calling
/// thread. The result depends on game, model and `s` alone.
///
/// Stopping early: the interval is looked at after 65 536 draws and then each time a quarter more have been made, so often, but
/// not after each draw. Chow and Robbins (1965), "On the asymptotic theory of fixed-width sequential confidence intervals", show that
/// its coverage tends to the confidence as the width becomes small. Give a number of draws where the exact level matters.
/// Errors: COD-F004 for settings that make no sense and for a model of another size; COD-P703 for more than 64 players.
template <class Model, class Run = power::one_after_the_other, class Progress = no_progress>
  requires requires(Model const& m) { m.size(); }
[[nodiscard]] sampled_chance monte_carlo(power::simple_game const& g, Model const& model, sampling const& s = {}, Run const& run = {}, Progress on_progress = {}) {
  detail::check_sampling(s);
  if (model.size() != g.size()) detail::this_model_is_for_another_game(model.size(), g.size());
  winning_test const wins{g};
  draw_counts counts;
  for (std::uint64_t jobs = 0; counts.draws() < s.draws;) {
    jobs += detail::jobs_of_next_round(jobs);
    counts += detail::count_round(wins, model, s, counts.draws(), (std::min)(jobs * draws_a_job, s.draws), run);
    auto const now = wilson_interval(counts.adopted(), counts.draws(), s.confidence);
    on_progress(sampling_progress{counts.draws(), s.draws, now});
    if (now.width() <= s.wanted_width) break;
  }
  return {g.players(), std::move(counts), s};
}

namespace detail {
/// A number for each member whose vote is open, in protocol order.
template <class ByMember>
[[nodiscard]] std::vector<double> of_open_members(open_ballot const& b, ByMember const& by_member) {
  if (!by_member.members().contains(b.open())) codecision::detail::these_are_not_members_of_this_council(b.open() - by_member.members(), by_member.members());
  std::vector<double> result;
  for (auto const m : b.open()) result.push_back(by_member[m]);
  return result;
}
/// The votes that are known, or the quorum, have settled it: nothing is drawn, and nobody is decisive.
[[nodiscard]] inline sampled_chance settled(verdict as, std::vector<std::string> players, sampling const& s) {
  check_sampling(s);
  std::vector<std::uint64_t> nobody(s.decisive ? players.size() : 0);
  return {power::named_players{std::move(players)}, {0, 0, std::move(nobody)}, s, as};
}
}  // namespace detail

/// How likely is an act adopted when open members decide independently of each other, alone or in blocs, and those who are not in
/// favour are against? Known votes stay as they are, whatever `p` says of them, and a bloc has one probability. The result is about
/// the units: the open members, each bloc standing under its name where its first member stood. `chance_of_adoption` gives the same
/// without sampling, and sooner. Where known votes or the quorum have settled the matter, nothing is drawn: see `settled()`.
/// Errors as for `evaluate`, `chance_of_adoption` and above.
template <class Run = power::one_after_the_other, class Progress = no_progress>
[[nodiscard]] sampled_chance monte_carlo(rule const& r, open_ballot const& b, probabilities const& p, std::vector<voting_bloc> const& blocs,
                                         sampling const& s, Run const& run = {}, Progress on_progress = {}, request asked = request::none) {
  std::vector<power::bloc> groups;
  std::vector<std::string> names;
  std::vector<double> in_favour;
  for (auto const& unit : detail::units_of(b, p, blocs)) {
    groups.emplace_back(unit.name, unit.members);
    names.push_back(unit.name);
    in_favour.push_back(unit.in_favour);
  }
  if (auto const known = assess(r, b, asked).verdict(); known != verdict::open) return detail::settled(known, std::move(names), s);
  return monte_carlo(power::blocs(power::open_game(r, b, asked), groups), independent_votes{in_favour}, s, run, std::move(on_progress));
}
/// The same when all open members are independent of each other.
template <class Run = power::one_after_the_other, class Progress = no_progress>
[[nodiscard]] sampled_chance monte_carlo(rule const& r, open_ballot const& b, probabilities const& p, sampling const& s = {}, Run const& run = {},
                                         Progress on_progress = {}, request asked = request::none) {
  return monte_carlo(r, b, p, std::vector<voting_bloc>{}, s, run, std::move(on_progress), asked);
}
/// The same where a common factor moves the members: each open one is in favour with its probability, and correlates with the factor
/// by its loading. Errors: as above; COD-M103 also for an open member without a loading.
template <class Run = power::one_after_the_other, class Progress = no_progress>
[[nodiscard]] sampled_chance monte_carlo(rule const& r, open_ballot const& b, probabilities const& p, loadings const& by, sampling const& s,
                                         Run const& run = {}, Progress on_progress = {}, request asked = request::none) {
  one_factor const model{detail::of_open_members(b, p), detail::of_open_members(b, by)};
  std::vector<std::string> names;
  for (auto const m : b.open()) names.emplace_back(code(m));
  if (auto const known = assess(r, b, asked).verdict(); known != verdict::open) return detail::settled(known, std::move(names), s);
  return monte_carlo(power::open_game(r, b, asked), model, s, run, std::move(on_progress));
}

}  // namespace codecision::simulate
