// SPDX-License-Identifier: BSL-1.0
// What is one step of a procedure: from where, by whom, by which majority, within which time, to where?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/council/catalogue.hpp>
#include <codecision/council/legal_basis_record.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/period.hpp>
#include <codecision/procedure/stage.hpp>
#include <codecision/rules/rule.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace codecision::procedure {

/// Who must be in favour for a step; procedure/majority.hpp turns it into rules for a file and a day.
enum class majority : std::uint8_t {
  none,                      ///< nobody votes
  commission_members,        ///< a majority of the Members of the Commission (TFEU 250)
  initiators,                ///< a quarter of the Member States (TFEU 76(b)); the Central Bank and the Court act alone
  votes_cast,                ///< Parliament, TFEU 231
  component_members,         ///< Parliament, a majority of all seats
  council,                   ///< the majority of the legal basis; unanimity where TFEU 293(1) asks for it
  council_on_amendments,     ///< the same; unanimity for amendments with a negative opinion of the Commission (TFEU 294(9))
  conciliation,              ///< both sides of the committee (TFEU 294(10))
  third_reading,             ///< Parliament by votes cast, the Council by the majority of the legal basis (TFEU 294(13))
  stop_after_orange_card,    ///< 55 % of the members of the Council, or Parliament by votes cast (Protocol 2 Art. 7(3)(b))
  one_member,                ///< a member of the Council asks
  consensus,                 ///< of the European Council (TEU 15(4))
  nine_members,              ///< at least nine Member States notify (TEU 20(2))
  parliament_consent,        ///< votes cast; more where the Treaties say so
};

/// The majority in words.
[[nodiscard]] constexpr std::string_view name(majority m) {
  constexpr std::array<std::string_view, 14> names{
      "none", "majority of the Members of the Commission", "a quarter of the Member States, or one institution",
      "majority of the votes cast", "majority of the component members",
      "majority of the legal basis; unanimity for what departs from the proposal against the Commission",
      "majority of the legal basis; unanimity for amendments with a negative opinion of the Commission",
      "majority of the legal basis among the Council's side, and majority of Parliament's side",
      "majority of the legal basis in the Council, and majority of the votes cast in Parliament",
      "55 % of the members of the Council, or majority of the votes cast in Parliament", "one member asks", "consensus",
      "nine members notify", "majority of the votes cast, or more where the Treaties say so"};
  return names[static_cast<std::size_t>(m)];
}

/// From which day does a time limit run?
enum class clock_start : std::uint8_t {
  entry,          ///< from the day on which the stage was reached
  communication,  ///< from the day on which Parliament was told of the Council's position: announced in plenary (TFEU 294(7))
  receipt,        ///< from the day on which the Council received Parliament's amendments (TFEU 294(8))
};

/// How long a stage may last, and by how much that can be prolonged once (TFEU 294(14)).
struct time_limit {
  period length;  ///< how long it is
  std::optional<period> extension{};  ///< by how much it can be prolonged
  clock_start runs_from = clock_start::entry;  ///< from which event
};

/// When can a step be taken, seen from the time limit of its stage?
enum class timing : std::uint8_t { within_limit, after_limit, at_any_time };

/// To which files does a step belong?
enum class belongs_to : std::uint8_t { every_file, commission_proposals, other_initiatives, social_security, criminal_matters };

/// A file as its legal basis and its initiator: what decides which steps there are, and by which majorities.
struct legislative_file {
  legal_basis basis;  ///< such as TFEU 114
  proposer initiator = proposer::commission;  ///< who proposed
};

/// Who proposed, in words.
[[nodiscard]] constexpr std::string_view in_words(proposer who) {
  constexpr std::array<std::string_view, 7> names{"the Commission", "the High Representative", "a group of Member States", "Parliament",
                                                  "the European Central Bank", "the Court of Justice", "nobody"};
  return names[static_cast<std::size_t>(who)];
}

/// Is this step one of the steps of such a file?
[[nodiscard]] constexpr bool is_part_of(belongs_to which, legislative_file const& file) {
  auto const article = file.basis.article;
  switch (which) {
    case belongs_to::every_file: return true;
    case belongs_to::commission_proposals: return file.initiator == proposer::commission;
    case belongs_to::other_initiatives: return file.initiator != proposer::commission;
    case belongs_to::social_security: return article == "TFEU 48";
    case belongs_to::criminal_matters: return article == "TFEU 82(2)" || article == "TFEU 83(1)" || article == "TFEU 83(2)";
  }
  return false;
}

/// One step of a procedure.
struct transition {
  stage_set from;  ///< where it can happen
  event_kind event;  ///< what happens
  actor by;  ///< who acts
  majority needed = majority::none;  ///< by which majority
  std::optional<stage> to;                 ///< empty: the file stays where it is, or goes back to where it was suspended
  citation const* source = nullptr;  ///< the provision, or where this is stated
  std::optional<time_limit> limit{};  ///< within which time
  timing when = timing::within_limit;  ///< whether it happens within the limit, or because it is over
  belongs_to which = belongs_to::every_file;  ///< to which files it belongs
  std::optional<event_kind> otherwise{};   ///< what happens when the vote is taken and the majority is not reached
};

/// Steps of a procedure, in the order of its table.
class transition_list {
 public:
  /// how many a list can hold
  static constexpr std::size_t most = 40;
  /// Adds a transition, which must outlive the list.
  constexpr void push_back(transition const& t) { steps_[size_++] = &t; }
  /// How many are there?
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// Are there none?
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  /// The one at this place, from 0; it is less than size().
  [[nodiscard]] constexpr transition const& operator[](std::size_t i) const { return *steps_[i]; }

  /// Goes through the transitions.
  class iterator {
   public:
    /// Stands at this place of the list.
    constexpr explicit iterator(transition const* const* at) : at_{at} {}
    /// What stands here.
    [[nodiscard]] constexpr transition const& operator*() const { return **at_; }
    /// The transition here.
    [[nodiscard]] constexpr transition const* operator->() const { return *at_; }
    /// Goes to the next one.
    constexpr iterator& operator++() { ++at_; return *this; }
    [[nodiscard]] friend constexpr bool operator==(iterator, iterator) = default;

   private:
    transition const* const* at_;
  };
  /// The first one.
  [[nodiscard]] constexpr iterator begin() const { return iterator{steps_.data()}; }
  /// Behind the last one.
  [[nodiscard]] constexpr iterator end() const { return iterator{steps_.data() + size_}; }

  /// Those that satisfy a condition.
  template <class Condition>
  [[nodiscard]] constexpr transition_list where(Condition holds) const {
    transition_list chosen;
    for (auto const& t : *this)
      if (holds(t)) chosen.push_back(t);
    return chosen;
  }
  /// The step by this event from this stage; null when there is none.
  [[nodiscard]] constexpr transition const* find(stage from, event_kind event) const {
    for (auto const& t : *this)
      if (t.event == event && t.from.contains(from)) return &t;
    return nullptr;
  }

 private:
  std::array<transition const*, most> steps_{};
  std::size_t size_ = 0;
};

/// A procedure: its name, its first stage, its steps, the provision behind it.
struct procedure_table {
  std::string_view title;  ///< such as "ordinary legislative procedure"
  council_procedure kind;      ///< the procedure of the legal bases to which it belongs
  transition_list steps;  ///< its transitions, in the order of the article
  citation const* source = nullptr;  ///< the provision, or where this is stated
  std::string_view only_basis{};  ///< where the procedure belongs to one legal basis

  /// What may happen next, by law, to a file at this stage?
  [[nodiscard]] constexpr transition_list from(stage s) const {
    return steps.where([s](transition const& t) { return t.from.contains(s); });
  }
  /// The same procedure without the steps that are not open to this file.
  [[nodiscard]] constexpr procedure_table for_file(legislative_file const& file) const {
    return {title, kind, steps.where([&](transition const& t) { return is_part_of(t.which, file); }), source, only_basis};
  }
  /// The step whose lost vote leads to this event; null where none does.
  [[nodiscard]] constexpr transition const* lost_by(stage from, event_kind event) const {
    for (auto const& t : steps)
      if (t.from.contains(from) && t.otherwise == event) return &t;
    return nullptr;
  }
  /// The time limit of a stage; empty when it has none.
  [[nodiscard]] constexpr std::optional<time_limit> limit_of(stage s) const {
    for (auto const& t : steps)
      if (t.from.contains(s) && t.limit) return t.limit;
    return std::nullopt;
  }
};

}  // namespace codecision::procedure
