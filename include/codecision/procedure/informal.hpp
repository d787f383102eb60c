// SPDX-License-Identifier: BSL-1.0
// What was agreed on the way that has no legal effect, and when is that usual?
#pragma once

#include <codecision/core/citation.hpp>
#include <codecision/core/date.hpp>
#include <codecision/procedure/stage.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codecision::procedure {

/// A step of the informal layer. None of them binds, and none moves a file.
enum class informal_step : std::uint8_t {
  working_party, coreper_i_item, coreper_ii_item, council_a_item, council_b_item, council_false_b_item, progress_report,
  policy_debate, mandate, partial_general_approach, general_approach, political_agreement, trilogue,
  first_reading_letter, early_second_reading_agreement,
};

inline constexpr std::size_t informal_step_count = 15;  ///< how many there are

namespace detail {

inline constexpr stage_set anywhere{
    stage::parliament_first_reading, stage::council_first_reading, stage::parliament_second_reading,
    stage::council_second_reading, stage::conciliation_to_convene, stage::conciliation, stage::third_reading};
inline constexpr stage_set first_reading{stage::parliament_first_reading, stage::council_first_reading};

/// What the sources say of a step: its name, when it is usual, its effect.
struct informal_row {
  std::string_view name;
  stage_set usual;
  std::string_view effect;
  citation source;
};

inline constexpr std::array<informal_row, informal_step_count> informal_rows{{
    {"working_party", anywhere, "none: delegations discuss and enter reservations", {"working parties", "Council, preparatory bodies", support::from_memory}},
    {"coreper_i_item", anywhere, "none: no discussion expected, normally becomes an A item", {"Coreper agenda", "EUR-Lex glossary, Coreper"}},
    {"coreper_ii_item", anywhere, "none: discussed; agreement normally yields an A item", {"Coreper agenda", "EUR-Lex glossary, Coreper"}},
    {"council_a_item", anywhere, "none of its own: approved without discussion, by a vote that the machine takes", {"Council's Rules of Procedure, Art. 3(6)", "Codecision glossary of the Commission"}},
    {"council_b_item", anywhere, "none of its own: debated", {"Council's Rules of Procedure, Art. 3(6)", "Codecision glossary of the Commission"}},
    {"council_false_b_item", anywhere, "none of its own: listed for debate though agreed in Coreper", {"Coreper", "wikisum.wiki, Coreper"}},
    {"progress_report", anywhere, "none", {"practice of the Council", "Council", support::from_memory}},
    {"policy_debate", anywhere, "none", {"practice of the Council", "Council", support::from_memory}},
    {"mandate", anywhere, "political: the Presidency may negotiate with Parliament", {"mandate for negotiations", "Council document 13217/23"}},
    {"partial_general_approach", {stage::parliament_first_reading}, "political: some parts are left out", {"practice of the Council", "Council", support::from_memory}},
    {"general_approach", {stage::parliament_first_reading}, "political: how the position will look; it cannot be adopted before Parliament's first reading", {"general approach", "Commission, codecision step by step"}},
    {"political_agreement", {stage::council_first_reading}, "political: the outline of the position, before the lawyer-linguists", {"political agreement", "Commission, codecision step by step"}},
    {"trilogue", anywhere, "none: the institutions negotiate", {"Joint Declaration of 13 June 2007", "OJ C 145, 30.6.2007"}},
    {"first_reading_letter", {stage::parliament_first_reading}, "political: the Council will approve Parliament's position in this form", {"practice of the institutions", "letter of the chair of Coreper", support::from_memory}},
    {"early_second_reading_agreement", {stage::council_first_reading}, "political: Parliament's committee will recommend to accept the position", {"Joint Declaration of 13 June 2007", "OJ C 145, 30.6.2007"}},
}};

}  // namespace detail

/// The step as it is written in files, such as "general_approach".
[[nodiscard]] constexpr std::string_view name(informal_step s) { return detail::informal_rows[static_cast<std::size_t>(s)].name; }
/// Which effect has it? None in law.
[[nodiscard]] constexpr std::string_view effect_of(informal_step s) { return detail::informal_rows[static_cast<std::size_t>(s)].effect; }
/// At which stages is it usual? Elsewhere it can be noted as well: nothing forbids it.
[[nodiscard]] constexpr stage_set usual_at(informal_step s) { return detail::informal_rows[static_cast<std::size_t>(s)].usual; }
/// "not usual at the stage 'adopted'"; empty where the step is usual.
[[nodiscard]] inline std::string remark_on(informal_step s, stage at) {
  return usual_at(s).contains(at) ? std::string{} : "not usual at the stage '" + std::string{name(at)} + "'";
}
/// Where does that stand?
[[nodiscard]] constexpr citation const& source_of(informal_step s) { return detail::informal_rows[static_cast<std::size_t>(s)].source; }

/// Something informal that happened to a file on a day, as `machine::note` keeps it.
struct annotation {
  informal_step what;  ///< what happened
  date on;  ///< on which day
  std::string note{};  ///< what a reader has to know
};

}  // namespace codecision::procedure
