// SPDX-License-Identifier: BSL-1.0
// Which of all coalitions of a council win, and is the rule monotone and proper?
#pragma once

#include <codecision/codecision.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace codecision::test {

/// The verdict on every coalition of a council of at least six members, one bit each, 64 in a word. Coalition number s has
/// the i-th member of the council (in protocol order) when bit i of s is set.
class all_verdicts {
 public:
  all_verdicts(majority_test const& wins, electorate const& council) : size_{council.size()}, words_((std::size_t{1} << council.size()) / 64) {
    for (auto const m : council.members()) members_.push_back(m);
    for (std::size_t w = 0; w < words_.size(); ++w)
      for (std::uint64_t bit = 0; bit < 64; ++bit)
        if (wins(coalition(64 * w + bit))) words_[w] |= std::uint64_t{1} << bit;
  }

  [[nodiscard]] int size() const { return size_; }
  [[nodiscard]] bool wins(std::uint64_t s) const { return (words_[s / 64] >> (s % 64) & 1) != 0; }
  [[nodiscard]] member_state member(int i) const { return members_[static_cast<std::size_t>(i)]; }

  /// No coalition that wins loses when one more member joins it.
  [[nodiscard]] bool monotone() const {
    for (int i = 0; i < size_; ++i)
      if (i < 6 ? !monotone_within_words(i) : !monotone_across_words(i - 6)) return false;
    return true;
  }
  /// No coalition and its complement win both; with `monotone` this means that no two disjoint coalitions do.
  [[nodiscard]] bool proper() const {
    for (std::size_t w = 0; w < words_.size(); ++w)
      if ((words_[w] & reversed(words_[words_.size() - 1 - w])) != 0) return false;
    return true;
  }
  [[nodiscard]] std::int64_t winning() const {
    std::int64_t n = 0;
    for (auto const w : words_) n += std::popcount(w);
    return n;
  }

 private:
  [[nodiscard]] member_set coalition(std::uint64_t s) const {
    // A council of the first members in protocol order needs no translation: the usual case today.
    if (members_.back() == static_cast<member_state>(size_ - 1)) return member_set::from_bits(s);
    member_set chosen;
    for (int i = 0; i < size_; ++i)
      if ((s >> i & 1) != 0) chosen.insert(member(i));
    return chosen;
  }
  [[nodiscard]] bool monotone_within_words(int i) const {
    std::uint64_t without = 0;  // the places in a word whose coalition lacks member i
    for (unsigned place = 0; place < 64; ++place)
      if ((place >> i & 1) == 0) without |= std::uint64_t{1} << place;
    for (auto const w : words_)
      if (((w & without) << (1 << i) & ~w) != 0) return false;
    return true;
  }
  [[nodiscard]] bool monotone_across_words(int i) const {
    auto const member = std::size_t{1} << i;
    for (std::size_t w = 0; w < words_.size(); ++w)
      if ((w & member) == 0 && (words_[w] & ~words_[w | member]) != 0) return false;
    return true;
  }
  [[nodiscard]] static std::uint64_t reversed(std::uint64_t w) {
    std::uint64_t r = 0;
    for (int i = 0; i < 64; ++i) r |= (w >> i & 1) << (63 - i);
    return r;
  }

  int size_;
  std::vector<member_state> members_;
  std::vector<std::uint64_t> words_;
};

}  // namespace codecision::test
