// SPDX-License-Identifier: BSL-1.0
// What happened to a file on a day: with which votes, on which amendments, known from where?
#pragma once

#include <codecision/core/date.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/parliament_tally.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace codecision::procedure {

/// What the Commission thinks of a text or an amendment. Where it decides which majority is needed it must be known.
enum class opinion : std::uint8_t { not_known, positive, negative };

/// One amendment: it is voted on for itself.
struct amendment {
  std::string number{};                         ///< such as "30", or what people call it
  std::optional<parliament_tally> parliament{}; ///< the vote in Parliament; seats of 0 mean those of the day
  std::optional<ballot> council{};              ///< the vote in the Council
  opinion commission = opinion::not_known;      ///< TFEU 294(9): a negative opinion asks for unanimity
};

/// An event with legal effect. Figures decide whether a majority was reached; the kind only says what was voted on.
struct event {
  event_kind kind;  ///< what happened
  date on;  ///< on which day
  /// The vote of the Council. Absent where none was taken, or where its figures are not known (then see `attested_by`).
  std::optional<ballot> council{};
  /// The vote of Parliament, or of its side of the Conciliation Committee. Seats of 0 mean those of the day.
  std::optional<parliament_tally> parliament{};
  /// The vote of the Members of the Commission, where it is known. Without it the Commission is taken at its word.
  std::optional<parliament_tally> commission{};
  /// Amendments, each with its own vote (TFEU 294(7)(c), (8), (9)).
  std::vector<amendment> amendments{};
  /// Who proposes, pulls the brake, or notifies.
  member_set members{};
  /// Does the text depart from the proposal of the Commission (TFEU 293(1))? Said when Parliament adopts its position, or the
  /// Council its own. Empty: not known.
  std::optional<bool> departs_from_proposal{};
  /// What the Commission thinks of what departs from its proposal; an altered proposal is agreement (TFEU 293(2)).
  opinion commission_opinion = opinion::not_known;
  /// From which day the time limit of the next stage runs, where that is not the day of the event: the day on which the
  /// Council's position was announced in plenary, on which the Council received the amendments, or on which a proposal was
  /// available to national parliaments in all languages.
  std::optional<date> clock_from{};
  /// The day on which an act enters into force, when it says so itself (with `publish`).
  std::optional<date> enters_into_force{};
  /// Votes of national parliaments behind reasoned opinions in time (with `orange_card_reject`).
  std::optional<int> votes_of_national_parliaments{};
  /// Is this one of the urgent cases, with reasons, for which Protocol 1 Art. 4 lets the Council act within the eight weeks?
  bool urgent = false;
  /// A source that says that the majority was reached, where the figures are not known. The machine then notes the source
  /// instead of a count.
  std::string attested_by{};
  /// Whose vote that source speaks of, where Parliament and the Council both vote; nobody: of every vote without figures.
  actor attested_body = actor::nobody;
  std::string note{};  ///< what a reader has to know
};

}  // namespace codecision::procedure
