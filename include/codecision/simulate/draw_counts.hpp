// SPDX-License-Identifier: BSL-1.0
// Of the draws with these numbers, how many adopt the act, and who is decisive in how many?
#pragma once

#include <codecision/core/wording.hpp>
#include <codecision/simulate/interval.hpp>
#include <codecision/simulate/random.hpp>
#include <codecision/simulate/winning_test.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

/// What is asked of a simulation. The result depends on nothing else: not on threads, machines or the order of the work.
struct sampling {
  std::uint64_t draws = 1'000'000;  ///< how many ballots are drawn, at most
  std::uint64_t seed = 1;           ///< which random numbers are used; the same seed gives the same ballots
  std::uint64_t stream = 0;         ///< of the seed: give each question of a series another one, and no ballot is used twice
  double confidence = 0.95;         ///< how often an interval is to hold the true probability
  double wanted_width = 0;          ///< stop when the interval is as narrow as this; 0: draw all
  bool decisive = false;            ///< also count for each player how often its vote settles the matter; takes ten times as long
};

/// The largest number of draws: beyond it the numbers of the random words would come to an end. At 10^8 a second, 22 years.
inline constexpr std::uint64_t most_draws = std::uint64_t{1} << 56u;

namespace detail {
[[noreturn]] inline void this_width_cannot_be_had(double width) {
  fail(error_code::bad_sampling, "the wanted width " + wording::as_typed(width) + " does not lie between 0 and 1, both excluded", "",
       "0.001 stops when the probability is known to a tenth of a per cent; leave it out to draw all ballots");
}
[[noreturn]] inline void these_are_too_many_draws() {
  fail(error_code::bad_sampling, "more than 72 057 594 037 927 936 draws were asked for", "", "10000000000 give five digits; use another stream for another question");
}
[[noreturn]] inline void the_draws_end_before_they_begin(std::uint64_t first, std::uint64_t last) {
  fail(error_code::bad_sampling, "the draws from " + std::to_string(first) + " to " + std::to_string(last) + " end before they begin", "",
       "the first one is counted and the last one is not: 0 to 100 are a hundred draws");
}
[[noreturn]] inline void this_model_is_for_another_game(std::size_t model, std::size_t game) {
  fail(error_code::bad_sampling, "the model has " + std::to_string(model) + " players, and the game " + std::to_string(game), "",
       "give one probability for each player of the game, in its order");
}
inline void check_sampling(sampling const& s) {
  if (s.draws == 0) no_draws_tell_nothing();
  if (s.draws > most_draws) these_are_too_many_draws();
  check_confidence(s.confidence);
  if (!(s.wanted_width >= 0 && s.wanted_width < 1)) this_width_cannot_be_had(s.wanted_width);
}
}  // namespace detail

/// What was counted over some draws. Counts over different draws can be added, in any order, and be kept in a file as numbers.
class draw_counts {
 public:
  draw_counts() = default;
  /// Counts that were made elsewhere.
  draw_counts(std::uint64_t draws, std::uint64_t adopted, std::vector<std::uint64_t> decisive = {})
      : draws_{draws}, adopted_{adopted}, decisive_{std::move(decisive)} {}

  /// How many ballots were drawn.
  [[nodiscard]] std::uint64_t draws() const { return draws_; }
  /// How many of them adopt.
  [[nodiscard]] std::uint64_t adopted() const { return adopted_; }
  /// By player, the draws in which its vote settled the matter, the others voting as drawn. Empty when this was not asked for.
  [[nodiscard]] std::vector<std::uint64_t> const& decisive() const { return decisive_; }

  /// Adds the counts of other draws of the same members.
  draw_counts& operator+=(draw_counts const& more) {
    draws_ += more.draws_;
    adopted_ += more.adopted_;
    decisive_.resize((std::max)(decisive_.size(), more.decisive_.size()));
    for (std::size_t i = 0; i < more.decisive_.size(); ++i) decisive_[i] += more.decisive_[i];
    return *this;
  }
  [[nodiscard]] friend bool operator==(draw_counts const&, draw_counts const&) = default;

 private:
  std::uint64_t draws_ = 0;
  std::uint64_t adopted_ = 0;
  std::vector<std::uint64_t> decisive_;
};

/// The draws from number `first` to before number `last`, under the seed and stream of `s` alone. A model says who is in favour:
/// `independent_votes`, `one_factor`, or a type of your own with their `size` and `draw`. Add up ranges as they suit the work: 0 to n
/// in any pieces gives what `monte_carlo` counts over n draws. Errors: COD-F004 for a range that ends before it begins or passes
/// `most_draws`, and for a model of another number of players. Cost: about 8 ns a draw for 27 independent players.
template <class Model>
[[nodiscard]] draw_counts count_draws(winning_test const& wins, Model const& model, sampling const& s, std::uint64_t first, std::uint64_t last) {
  if (model.size() != wins.size()) detail::this_model_is_for_another_game(model.size(), wins.size());
  if (last < first) detail::the_draws_end_before_they_begin(first, last);
  if (last > most_draws) detail::these_are_too_many_draws();
  random_words const words{s.seed, s.stream};
  std::array<std::uint64_t, 256> who;
  std::vector<std::uint64_t> decisive(s.decisive ? wins.size() : 0);
  std::uint64_t adopted = 0;
  for (auto n = first; n < last; n += who.size()) {
    auto const some = static_cast<std::size_t>((std::min)(last - n, std::uint64_t{who.size()}));
    model.draw(words, n, who.data(), some);
    adopted += wins.count(who.data(), some);
    if (!s.decisive) continue;
    for (std::size_t i = 0; i < some; ++i) power::detail::each_bit(wins.decisive(who[i]), [&](std::size_t player) { ++decisive[player]; });
  }
  return {last - first, adopted, std::move(decisive)};
}

}  // namespace codecision::simulate
