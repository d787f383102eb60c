// SPDX-License-Identifier: BSL-1.0
// What does Regulation (EEC, Euratom) No 1182/71 say of periods, provision by provision, and how sure is that?
#pragma once

#include <codecision/core/citation.hpp>

#include <string_view>

namespace codecision::citations {
/// The provisions behind what this header says.
/// @{

inline constexpr std::string_view regulation_1182_71_text = "CELEX 31971R1182, in force since 1 July 1971";

inline constexpr citation regulation_1182_71_2_1{
    "Regulation 1182/71 Art. 2(1)", regulation_1182_71_text, support::confirmed,
    "public holidays means all days designated as such in the Member State or ... institution in which action is to be taken"};
inline constexpr citation regulation_1182_71_2_2{"Regulation 1182/71 Art. 2(2)", regulation_1182_71_text, support::from_memory, {},
                                                 "working days are all days other than public holidays, Sundays and Saturdays"};
inline constexpr citation regulation_1182_71_3_1_hours{"Regulation 1182/71 Art. 3(1), first subparagraph", regulation_1182_71_text, support::from_memory, {},
                                                       "the hour during which the event occurs is not counted"};
inline constexpr citation regulation_1182_71_3_1{
    "Regulation 1182/71 Art. 3(1), second subparagraph", regulation_1182_71_text, support::confirmed,
    "the day during which that event occurs or that action takes place shall not be considered as falling within the period in question"};
inline constexpr citation regulation_1182_71_3_2_a{"Regulation 1182/71 Art. 3(2)(a)", regulation_1182_71_text, support::from_memory, {},
                                                   "from the beginning of the first hour to the end of the last hour"};
inline constexpr citation regulation_1182_71_3_2_b{
    "Regulation 1182/71 Art. 3(2)(b)", regulation_1182_71_text, support::confirmed,
    "a period expressed in days shall start at the beginning of the first hour of the first day and shall end with the expiry of the "
    "last hour of the last day of the period"};
inline constexpr citation regulation_1182_71_3_2_c{
    "Regulation 1182/71 Art. 3(2)(c)", regulation_1182_71_text, support::confirmed,
    "... shall end with the expiry of the last hour of whichever day in the last week, month or year is the same day of the week, or "
    "falls on the same date, as the day from which the period runs"};
/// Which day is "the day from which the period runs": the day of the event, not the day after it.
inline constexpr citation c_171_03{"C-171/03, paragraphs 33 and 36", "CELEX 62003CJ0171", support::confirmed, {},
                                   "the day from which the period runs is the day of the event: one week from a Monday ends on the following Monday"};
inline constexpr citation regulation_1182_71_3_2_c_last_day{
    "Regulation 1182/71 Art. 3(2)(c), last sentence", regulation_1182_71_text, support::confirmed,
    "If ... the day on which it should expire does not occur in the last month, the period shall end with the expiry of the last hour "
    "of the last day of that month"};
inline constexpr citation regulation_1182_71_3_2_d{"Regulation 1182/71 Art. 3(2)(d)", regulation_1182_71_text, support::from_memory, {},
                                                   "for parts of months a month has thirty days; the whole months first [interpretation]"};
inline constexpr citation regulation_1182_71_3_3{"Regulation 1182/71 Art. 3(3)", regulation_1182_71_text, support::from_memory, {},
                                                 "holidays, Sundays and Saturdays count, unless they are excepted or the period is in working days"};
inline constexpr citation regulation_1182_71_3_4{
    "Regulation 1182/71 Art. 3(4)", regulation_1182_71_text, support::confirmed,
    "Where the last day of a period expressed otherwise than in hours is a public holiday, Sunday or Saturday, the period shall end "
    "with the expiry of the last hour of the following working day."};
inline constexpr citation regulation_1182_71_3_4_backwards{"Regulation 1182/71 Art. 3(4), second subparagraph", regulation_1182_71_text, support::from_memory, {},
                                                           "no move for periods calculated backwards from a date or an event"};
inline constexpr citation regulation_1182_71_3_5{"Regulation 1182/71 Art. 3(5)", regulation_1182_71_text, support::confirmed,
                                                 "Any period of two days or more shall include at least two working days."};
inline constexpr citation regulation_1182_71_4_1{"Regulation 1182/71 Art. 4(1)", regulation_1182_71_text, support::confirmed,
                                                 "with the exception of paragraphs 4 and 5",
                                                 "so dates of entry into force, taking effect and expiry do not move for a holiday"};
inline constexpr citation regulation_1182_71_4_2{"Regulation 1182/71 Art. 4(2)", regulation_1182_71_text, support::from_memory, {},
                                                 "from the first hour of the day"};
inline constexpr citation regulation_1182_71_4_3{"Regulation 1182/71 Art. 4(3)", regulation_1182_71_text, support::from_memory, {},
                                                 "until the last hour of the day"};
/// Why the Regulation also serves for the periods of the Treaties.
inline constexpr citation regulation_1182_71_by_analogy{
    "Regulation 1182/71 Art. 1", regulation_1182_71_text, support::interpretation, {},
    "it governs periods in acts of the Council and the Commission; it is applied to periods of the Treaties by analogy"};
/// How an extended period is counted.
inline constexpr citation extension_of_a_period{
    "extension of a period", "no provision", support::interpretation, {},
    "the Regulation does not say how an extended period is counted: docs/procedure/periods.md has the readings"};

/// @}
}  // namespace codecision::citations
