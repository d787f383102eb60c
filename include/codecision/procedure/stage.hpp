// SPDX-License-Identifier: BSL-1.0
// How far is a legislative file: at which reading, before which institution, or how did it end?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace codecision {

/// Where a file stands in law. What is agreed in between (mandates, general approaches, trilogues) is no stage: see
/// procedure/informal.hpp.
enum class stage : std::uint8_t {
  not_proposed,
  parliament_first_reading,
  council_first_reading,
  parliament_second_reading,
  council_second_reading,
  conciliation_to_convene,     ///< the Council did not approve all amendments: the committee must be convened
  conciliation,
  third_reading,
  adopted,
  signed_by_presidents,
  published,
  in_force,
  not_adopted,
  withdrawn,
  suspended_social_security,   ///< the emergency brake of TFEU 48
  suspended_criminal_matters,  ///< the emergency brakes of TFEU 82(3) and 83(3)
  enhanced_cooperation,        ///< some members go on; authorised or deemed to be
  blocked,                     ///< after the brake of TFEU 82(3) or 83(3), with fewer than nine members who want to go on
  parliament_opinion,          ///< consultation: the Council waits for Parliament's opinion
  parliament_consent,          ///< consent: Parliament says yes or no
  council_decision,            ///< the Council decides alone, after Parliament's opinion or consent
  commission_examines_request, ///< TFEU 329(1): members have asked for enhanced cooperation
};

inline constexpr std::size_t stage_count = 22;  ///< how many there are

/// The stage in words, such as "second reading in Parliament".
[[nodiscard]] constexpr std::string_view name(stage s) {
  constexpr std::array<std::string_view, stage_count> names{
      "not proposed", "first reading in Parliament", "first reading in the Council", "second reading in Parliament",
      "second reading in the Council", "conciliation committee to be convened", "conciliation", "third reading", "adopted",
      "signed", "published", "in force", "not adopted", "withdrawn", "suspended (social security)",
      "suspended (criminal matters)", "enhanced cooperation", "blocked", "Parliament's opinion", "Parliament's consent",
      "decision of the Council", "request with the Commission"};
  return names[static_cast<std::size_t>(s)];
}

/// Some stages.
class stage_set {
 public:
  constexpr stage_set() = default;
  constexpr stage_set(stage s) : bits_{bit(s)} {}  ///< a stage is the set of itself
  /// The set of these stages.
  constexpr stage_set(std::initializer_list<stage> stages) {
    for (auto const s : stages) bits_ |= bit(s);
  }
  /// Is this stage in it?
  [[nodiscard]] constexpr bool contains(stage s) const { return (bits_ & bit(s)) != 0; }
  /// Are there none?
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] friend constexpr stage_set operator|(stage_set a, stage_set b) { a.bits_ |= b.bits_; return a; }
  [[nodiscard]] friend constexpr bool operator==(stage_set, stage_set) = default;

 private:
  [[nodiscard]] static constexpr std::uint32_t bit(stage s) { return std::uint32_t{1} << static_cast<unsigned>(s); }
  std::uint32_t bits_ = 0;
};

/// Every stage, in the order of the enumeration.
[[nodiscard]] constexpr std::array<stage, stage_count> all_stages() {
  std::array<stage, stage_count> all{};
  for (std::size_t i = 0; i < stage_count; ++i) all[i] = static_cast<stage>(i);
  return all;
}

/// Is the file over: can nothing more happen to it?
[[nodiscard]] constexpr bool is_final(stage s) {
  return stage_set{stage::in_force, stage::not_adopted, stage::withdrawn, stage::enhanced_cooperation, stage::blocked}.contains(s);
}

/// Has an emergency brake stopped the file?
[[nodiscard]] constexpr bool is_suspended(stage s) {
  return s == stage::suspended_social_security || s == stage::suspended_criminal_matters;
}

}  // namespace codecision
