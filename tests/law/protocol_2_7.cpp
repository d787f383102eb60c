// SPDX-License-Identifier: BSL-1.0
// Protocol 2, Article 7: the votes of national parliaments, the yellow and the orange card, and what stops a proposal.
#include <codecision/procedure/subsidiarity.hpp>
#include <codecision/vote/parliament_tally.hpp>

#include <vector>

#include "errors/caught.hpp"
#include "law/voting.hpp"
#include "support/catch.hpp"

namespace cod = codecision;
namespace proc = codecision::procedure;
using namespace codecision::literals;

namespace {

constexpr auto received = "2024-03-01"_date;

proc::scrutinised_draft draft_on(char const* article, cod::proposer who = cod::proposer::commission) {
  return {.basis = {article}, .initiator = who, .transmitted = "2024-02-01"_date, .last_day = "2024-03-28"_date};
}

/// Opinions worth exactly so many votes: whole parliaments, and one chamber of the next where the number is odd.
std::vector<proc::reasoned_opinion> worth(int votes) {
  std::vector<proc::reasoned_opinion> opinions;
  for (auto const m : "FR BE CZ DE IE ES IT NL AT PL RO SI BG DK EE EL HR CY LV LT LU HU MT PT SK FI SE"_members) {
    if (votes >= 2) opinions.push_back({.parliament = m, .received = received});
    else if (votes == 1 && cod::national_parliament_on(m, received).chambers == 2)
      opinions.push_back({.parliament = m, .from = cod::chamber::second, .received = received});
    else continue;
    votes -= votes >= 2 ? 2 : 1;
  }
  REQUIRE(votes == 0);
  return opinions;
}

proc::card shown(proc::scrutinised_draft const& draft, int votes) {
  auto const result = proc::count_opinions(draft, worth(votes));
  CHECK(result.votes() == votes);
  return result.shown();
}

}  // namespace

TEST_CASE("opinions worth 18 votes on an Article 114 proposal are a yellow card, 17 are none", "[law][protocol_2_7]") {
  CHECK(shown(draft_on("TFEU 114"), 18) == proc::card::yellow);
  CHECK(shown(draft_on("TFEU 114"), 17) == proc::card::none);
}

TEST_CASE("fourteen votes are a yellow card for a draft on the basis of Article 76, thirteen are none", "[law][protocol_2_7]") {
  for (auto const who : {cod::proposer::member_states, cod::proposer::commission}) {
    CHECK(shown(draft_on("TFEU 82(2)", who), 14) == proc::card::yellow);
    CHECK(shown(draft_on("TFEU 82(2)", who), 13) == proc::card::none);
  }
}

TEST_CASE("read narrowly, the quarter is for drafts of Member States only", "[law][protocol_2_7][interpretation]") {
  auto draft = draft_on("TFEU 82(2)");
  draft.reading = proc::article_76::drafts_of_member_states;
  CHECK(shown(draft, 17) == proc::card::none);
  CHECK(shown(draft, 18) == proc::card::yellow);
  draft.initiator = cod::proposer::member_states;
  CHECK(shown(draft, 14) == proc::card::yellow);
}

TEST_CASE("28 votes under the ordinary legislative procedure are an orange card, 27 are a yellow one", "[law][protocol_2_7]") {
  CHECK(shown(draft_on("TFEU 114"), 28) == proc::card::orange);
  CHECK(shown(draft_on("TFEU 114"), 27) == proc::card::yellow);
  CHECK(shown(draft_on("TFEU 114"), 54) == proc::card::orange);
}

TEST_CASE("there is no orange card outside the ordinary procedure, nor for drafts of others than the Commission", "[law][protocol_2_7]") {
  CHECK(shown(draft_on("TFEU 352"), 54) == proc::card::yellow);   // consent
  CHECK(shown(draft_on("TFEU 81(3)"), 54) == proc::card::yellow); // consultation
  CHECK(shown(draft_on("TFEU 82(2)", cod::proposer::member_states), 54) == proc::card::yellow);
  auto const e = cod::test::caught([] { static_cast<void>(proc::count_opinions(draft_on("TFEU 352"), worth(28)).orange()); });
  CHECK(e.code() == cod::error_code::wrong_procedure);
}

TEST_CASE("after an orange card 15 of 27 members of the Council stop the proposal, whatever their population", "[law][protocol_2_7]") {
  constexpr auto stop = cod::rules::stop_by_the_council();
  STATIC_REQUIRE(stop.members_needed(27) == 15);
  STATIC_REQUIRE(stop.members_needed(28) == 16);
  auto const council = cod::council_on("2024-06-01"_date);
  CHECK(cod::test::with_in_favour(stop, council, cod::test::smallest(15, council)).adopted());
  CHECK_FALSE(cod::test::with_in_favour(stop, council, cod::test::smallest(14, council)).adopted());
  CHECK_FALSE(cod::test::with_in_favour(cod::rules::qualified_majority(), council, cod::test::smallest(15, council)).adopted());
}

TEST_CASE("or a majority of the votes cast in Parliament stops it", "[law][protocol_2_7]") {
  CHECK(cod::evaluate(cod::rules::stop_by_parliament(), {.in_favour = 200, .against = 199, .abstaining = 300, .seats = 720}).carried);
  CHECK_FALSE(cod::evaluate(cod::rules::stop_by_parliament(), {.in_favour = 300, .against = 300, .abstaining = 0, .seats = 720}).carried);
}

TEST_CASE("a proposal can be stopped only after an orange card that the Commission does not heed", "[law][protocol_2_7]") {
  auto const orange = proc::count_opinions(draft_on("TFEU 114"), worth(28));
  CHECK(orange.can_be_stopped());
  CHECK_FALSE(orange.can_be_stopped(proc::review_decision::amend));
  CHECK_FALSE(orange.can_be_stopped(proc::review_decision::withdraw));
  auto const yellow = proc::count_opinions(draft_on("TFEU 114"), worth(18));
  CHECK(yellow.must_be_reviewed());
  CHECK_FALSE(yellow.can_be_stopped());
}

TEST_CASE("the first yellow card, Monti II in 2012: twelve parliaments and chambers, 19 of 54 votes", "[law][protocol_2_7]") {
  // Committee of the Regions, news on the first yellow card: BE DK FR FI LV LU MT PL PT SE UK NL, 19 votes, 54 allocated.
  // Which chamber spoke does not change the count; seven parliaments have one chamber (14 votes), of five one of two spoke (5).
  proc::scrutinised_draft const monti{.basis = {"TFEU 352"}, .transmitted = "2012-03-27"_date, .last_day = "2012-05-22"_date};
  std::vector<proc::reasoned_opinion> opinions;
  for (auto const m : "DK FI LV LU MT PT SE"_members) opinions.push_back({.parliament = m, .received = "2012-05-21"_date});
  for (auto const m : "BE FR PL UK NL"_members) opinions.push_back({.parliament = m, .from = cod::chamber::first, .received = "2012-05-21"_date});
  auto const result = proc::count_opinions(monti, opinions);
  CHECK(result.votes() == 19);
  CHECK(result.votes_allocated() == 54);
  CHECK(result.yellow().need == 18);
  CHECK(result.shown() == proc::card::yellow);
  CHECK_FALSE(result.has_orange());
}
