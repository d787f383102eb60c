// SPDX-License-Identifier: BSL-1.0
// Who is in favour, when each player decides with its own probability and independently of all others?
#pragma once

#include <codecision/power/simple_game.hpp>
#include <codecision/simulate/pattern_table.hpp>
#include <codecision/simulate/random.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codecision::simulate {

namespace detail {
inline void check_probabilities(std::vector<double> const& of) {
  if (of.size() > 64) power::detail::coalitions_are_sets_of_at_most_64_players(of.size());
  for (std::size_t i = 0; i < of.size(); ++i)
    if (!(of[i] >= 0 && of[i] <= 1)) check_probability(of[i], "player " + std::to_string(i));
}
}  // namespace detail

/// A model of the votes from which `monte_carlo` draws: each player is in favour with its own probability, independently.
/// A probability of 0 or 1 is exact; the others are met to 1e-15.
class independent_votes {
 public:
  /// One probability a player. Errors: COD-F001; COD-P703 for more than 64 players. Cost: 512 products for each nine players.
  explicit independent_votes(std::vector<double> const& in_favour) : players_{in_favour.size()} {
    detail::check_probabilities(in_favour);
    for (std::size_t first = 0; first < players_; first += pattern_table::players)
      tables_.emplace_back(in_favour.data() + first, (std::min)(pattern_table::players, players_ - first));
  }

  /// How many are there?
  [[nodiscard]] std::size_t size() const { return players_; }

  /// Who is in favour in draw first, first + 1, ... , n of them: bit i for player i. Each draw takes a word for 27 players.
  void draw(random_words const& from, std::uint64_t first, std::uint64_t* out, std::size_t n) const {
    switch (tables_.size()) {  // a loop of known length is twice as fast
      case 1: return draw_from<1>(from, first, out, n);
      case 2: return draw_from<2>(from, first, out, n);
      case 3: return draw_from<3>(from, first, out, n);
      case 4: return draw_from<4>(from, first, out, n);
      case 5: return draw_from<5>(from, first, out, n);
      case 6: return draw_from<6>(from, first, out, n);
      case 7: return draw_from<7>(from, first, out, n);
      case 8: return draw_from<8>(from, first, out, n);
      default: std::fill_n(out, n, std::uint64_t{0});
    }
  }

 private:
  static constexpr std::size_t tables_a_word = 3, at_once = 256;

  /// Words are made 256 draws at a time, which is faster than one by one.
  template <std::size_t Tables>
  void draw_from(random_words const& from, std::uint64_t first, std::uint64_t* out, std::size_t n) const {
    constexpr auto each = (Tables + tables_a_word - 1) / tables_a_word;
    std::array<std::uint64_t, at_once * each> words;
    for (std::size_t done = 0; done < n; done += at_once) {
      auto const some = (std::min)(at_once, n - done);
      auto const number = (first + done) * each;
      from.fill(number, words.data(), some * each);
      for (std::size_t i = 0; i < some; ++i) out[done + i] = coalition_of<Tables>(from, number + i * each, words.data() + i * each);
    }
  }
  template <std::size_t Tables>
  [[nodiscard]] std::uint64_t coalition_of(random_words const& from, std::uint64_t number, std::uint64_t const* words) const {
    std::uint64_t who = 0;
    unsigned unsure = 0;
    auto const look = [&](std::size_t t) {
      auto const seen = tables_[t].at(words[t / tables_a_word] >> (21 * (t % tables_a_word)));
      who |= seen.pattern << (9 * t);
      unsure |= static_cast<unsigned>(seen.unsure);
    };
    [&]<std::size_t... T>(std::index_sequence<T...>) { (look(T), ...); }(std::make_index_sequence<Tables>{});
    return unsure == 0 ? who : looked_at_closely(from, number, words);
  }
  [[nodiscard]] std::uint64_t looked_at_closely(random_words const& from, std::uint64_t number, std::uint64_t const* words) const {
    std::uint64_t who = 0;
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      auto const word = t / tables_a_word, place = t % tables_a_word;
      who |= tables_[t].at(words[word] >> (21 * place), from(number + word, 1 + place)) << (9 * t);
    }
    return who;
  }

  std::size_t players_;
  std::vector<pattern_table> tables_;
};

}  // namespace codecision::simulate
