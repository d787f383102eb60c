// SPDX-License-Identifier: BSL-1.0
// Which numbers and members fall to a task? The same ones for the same seed, on every machine.
#pragma once

#include <codecision/core/member_set.hpp>
#include <codecision/simulate/random.hpp>

#include <cstdint>

namespace worksheet {

class lot {
 public:
  lot(std::uint64_t seed, std::uint64_t task) : words_{seed, task} {}

  /// A whole number from low to high, both included.
  [[nodiscard]] int number(int low, int high) {
    auto const span = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<int>(words_(next_++) % span);
  }
  /// So many of these members.
  [[nodiscard]] codecision::member_set some(int n, codecision::member_set members) {
    codecision::member_set chosen;
    while (chosen.size() < n && !members.empty()) {
      auto skip = number(0, members.size() - 1);
      for (auto const m : members)
        if (skip-- == 0) chosen.insert(m);
      members -= chosen;
    }
    return chosen;
  }

 private:
  codecision::simulate::random_words words_;
  std::uint64_t next_ = 0;
};

}  // namespace worksheet
