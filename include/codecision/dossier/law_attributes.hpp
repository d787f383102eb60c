// SPDX-License-Identifier: BSL-1.0
// By which attributes does a record say how it is to be read in law, and what stands in them?
#pragma once

#include <codecision/dossier/record.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace codecision {

// What a record is in law is said by whoever wrote the dossier, never guessed from its kind. docs/dossiers/format.md has the
// attributes: `legal_event`, or `legal_event.1`, `legal_event.2` ... for several in one record, each with keys of its own such as
// `legal_event.2.parliament`; `informal_step`; and `procedure` for a record of another file than the dossier's.

/// Does this attribute say how its record is read in law, and not what the record says of itself?
[[nodiscard]] constexpr bool is_of_law(std::string_view attribute) {
  for (std::string_view const name : {"legal_event", "informal_step"})
    if (attribute == name || (attribute.starts_with(name) && attribute[name.size()] == '.')) return true;
  return attribute == "procedure";
}

namespace detail {

[[noreturn]] inline void this_attribute_is_not_understood(record const& r, std::string const& attribute, std::string const& why,
                                                          std::string const& instead) {
  fail(error_code::bad_event_file, "the record '" + r.id + "', attribute '" + attribute + "': " + why, "", instead);
}

/// The attributes of one event of a record: those that begin with a prefix and a dot.
class law_attributes {
 public:
  law_attributes(record const& r, std::string prefix) : record_{&r}, prefix_{std::move(prefix)} {}

  [[nodiscard]] record const& of() const { return *record_; }
  [[nodiscard]] std::string const& prefix() const { return prefix_; }
  [[nodiscard]] std::string name_of(std::string_view key) const { return key.empty() ? prefix_ : prefix_ + "." + std::string{key}; }
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }

  /// A text; empty where there is none. With an empty key the value of the prefix itself. Error COD-S807 for anything else.
  [[nodiscard]] std::string text(std::string_view key) const {
    auto const* value = find(key);
    if (value == nullptr) return {};
    if (auto const* found = std::get_if<std::string>(value)) return *found;
    wants(key, "a text");
  }
  /// Texts; one text counts as a list of one.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
    auto const* value = find(key);
    if (value == nullptr) return {};
    if (auto const* list = std::get_if<std::vector<std::string>>(value)) return *list;
    return {text(key)};
  }
  [[nodiscard]] std::optional<date> day(std::string_view key) const {
    if (!has(key)) return std::nullopt;
    auto const found = text(key);
    if (!is_a_day(found)) wants(key, "a day, as YYYY-MM-DD");
    return parse_date(found);
  }
  [[nodiscard]] std::optional<bool> flag(std::string_view key) const {
    auto const* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (auto const* found = std::get_if<bool>(value)) return *found;
    wants(key, "true or false");
  }
  [[nodiscard]] std::optional<int> count(std::string_view key) const {
    auto const* value = find(key);
    if (value == nullptr) return std::nullopt;
    auto const* found = std::get_if<std::int64_t>(value);
    if (found == nullptr || *found < 0 || *found > 1'000'000) wants(key, "a whole number that is not negative");
    return static_cast<int>(*found);
  }
  /// The position of a word in a list of words; empty where there is none. Error COD-S807 for a word that is not in the list.
  template <class Names>
  [[nodiscard]] std::optional<std::size_t> choice(std::string_view key, Names const& names) const {
    if (!has(key)) return std::nullopt;
    auto const word = text(key);
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == word) return i;
      all += (i == 0 ? "" : ", ") + std::string{names[i]};
    }
    refuse(key, "'" + word + "' is not known", "one of: " + all);
  }

  /// Is every attribute with this prefix one of these keys? Error COD-S807, so that a misspelt one is not lost.
  template <class Names>
  void only(Names const& keys) const {
    for (auto const& a : record_->attributes) {
      if (!a.name.starts_with(prefix_ + ".")) continue;
      auto const key = std::string_view{a.name}.substr(prefix_.size() + 1);
      auto known = false;
      for (std::string_view const k : keys) known |= k == key;
      if (!known && !is_number(key.substr(0, key.find('.')))) refuse(key, "there is no such attribute", "docs/dossiers/format.md lists them");
    }
  }
  [[noreturn]] void refuse(std::string_view key, std::string const& why, std::string const& instead) const {
    this_attribute_is_not_understood(*record_, name_of(key), why, instead);
  }
  [[noreturn]] void wants(std::string_view key, std::string const& what) const {
    auto const* value = find(key);
    refuse(key, "'" + (value == nullptr ? std::string{} : to_string(*value)) + "' stands where " + what + " is expected", "write " + what);
  }

 private:
  [[nodiscard]] attribute_value const* find(std::string_view key) const { return record_->value_of(name_of(key)); }
  [[nodiscard]] static bool is_number(std::string_view word) { return !word.empty() && word.find_first_not_of("0123456789") == word.npos; }

  record const* record_;
  std::string prefix_;
};

/// The events of a record: `legal_event` alone, or `legal_event.1`, `legal_event.2` ... in the order of their numbers.
[[nodiscard]] inline std::vector<law_attributes> events_of(record const& r) {
  std::vector<int> numbers;  // 0 stands for the one without a number
  for (auto const& a : r.attributes) {
    if (a.name != "legal_event" && !a.name.starts_with("legal_event.")) continue;
    auto rest = std::string_view{a.name}.substr(a.name.find('.') == a.name.npos ? a.name.size() : a.name.find('.') + 1);
    auto const word = rest.substr(0, rest.find('.'));
    auto const number = word.size() > 3 ? -1 : digits(word);
    numbers.push_back((std::max)(number, 0));
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<law_attributes> found;
  for (auto const n : numbers) found.emplace_back(r, n == 0 ? "legal_event" : "legal_event." + std::to_string(n));
  return found;
}

}  // namespace detail
}  // namespace codecision
