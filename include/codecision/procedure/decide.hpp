// SPDX-License-Identifier: BSL-1.0
// Did the votes of an event reach the majorities of its step?
#pragma once

#include <codecision/data/national_parliaments.hpp>
#include <codecision/data/parliament_seats.hpp>
#include <codecision/procedure/decision_context.hpp>
#include <codecision/procedure/event.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/majority.hpp>
#include <codecision/procedure/refusals.hpp>
#include <codecision/procedure/step.hpp>
#include <codecision/rules/subsidiarity.hpp>
#include <codecision/vote/ballot.hpp>
#include <codecision/vote/evaluate.hpp>
#include <codecision/vote/parliament_tally.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codecision::procedure::detail {

/// Counts the votes of one event and writes what was decided into the step.
class decider {
 public:
  decider(step& s, transition const& t, decision_context const& c) : step_{s}, event_{s.happened}, transition_{t}, context_{c} {}

  [[nodiscard]] verdict_of_votes operator()() {
    auto const result = count_for(transition_);
    refuse_what_was_not_counted();
    return result;
  }

 private:
  [[nodiscard]] verdict_of_votes count_for(transition const& t) {
    switch (t.needed) {
      case majority::none: return as_lost_vote();
      case majority::consensus: return verdict_of_votes::carried;
      case majority::commission_members: return verdict(by_commission());
      case majority::initiators: return require_initiators();
      case majority::one_member: return require_member();
      case majority::nine_members: return require_nine();
      case majority::votes_cast: return verdict(by_parliament(rules::majority_of_votes_cast()));
      case majority::component_members: return verdict(by_component_members());
      case majority::parliament_consent: return verdict(by_parliament(consent_rule(context_.file.basis)));
      case majority::council: return verdict(by_council(event_.council, {}, departs(), opinion_on_text()));
      case majority::council_on_amendments: return verdict(by_council_on_amendments());
      case majority::conciliation: return verdict(by_both_sides_of_the_committee());
      case majority::third_reading: return at_third_reading();
      case majority::stop_after_orange_card: return verdict(after_orange_card());
    }
    return verdict_of_votes::not_carried;
  }

  /// A step that follows from a lost vote: where figures come with it, they must be those of a vote that was lost.
  verdict_of_votes as_lost_vote() {
    auto const* const vote = context_.table.lost_by(step_.before, event_.kind);
    auto const has_figures = event_.council || event_.parliament || !event_.amendments.empty();
    if (vote == nullptr || !has_figures) return verdict_of_votes::carried;
    if (count_for(*vote) == verdict_of_votes::carried)
      this_step_does_not_fit(event_, "the figures say that the majority was reached", "enter it as '" + std::string{name(vote->event)} + "'");
    return verdict_of_votes::carried;
  }
  /// Figures that decide nothing at this step are a slip: they are refused, not passed over.
  void refuse_what_was_not_counted() const {
    auto const counted = [this](actor body) {
      for (auto const& d : step_.decisions)
        if (d.body == body) return true;
      return false;
    };
    auto const refuse = [this](char const* what) { this_step_does_not_fit(event_, std::string{what} + " decides nothing at this step", "leave it out, or enter it with the event to which it belongs"); };
    if (event_.council && !counted(actor::council)) refuse("a vote of the Council");
    if (event_.parliament && !counted(actor::parliament)) refuse("a vote of Parliament");
    if (event_.commission && !counted(actor::commission)) refuse("a vote of the Commission");
    auto const needed = transition_.needed;
    auto const lost = context_.table.lost_by(step_.before, event_.kind);
    auto const on_amendments = [](majority m) { return m == majority::component_members || m == majority::council_on_amendments; };
    if (!event_.amendments.empty() && !on_amendments(needed) && !(lost && on_amendments(lost->needed))) refuse("a vote on amendments");
    if (!event_.amendments.empty() && (event_.council || event_.parliament)) refuse("one vote beside votes on each amendment");
    for (auto const& a : event_.amendments)
      if (std::count_if(event_.amendments.begin(), event_.amendments.end(), [&](amendment const& o) { return o.number == a.number; }) > 1)
        this_step_does_not_fit(event_, "amendment " + a.number + " stands there twice", "give each amendment once");
    auto const by_members = needed == majority::initiators || needed == majority::one_member || needed == majority::nine_members;
    if (!event_.members.empty() && !by_members) refuse("a list of members");
    if (event_.votes_of_national_parliaments && needed != majority::stop_after_orange_card) refuse("a number of votes of national parliaments");
  }
  [[nodiscard]] static verdict_of_votes verdict(bool reached) { return reached ? verdict_of_votes::carried : verdict_of_votes::not_carried; }
  [[nodiscard]] bool is_attested() const { return !event_.attested_by.empty(); }
  bool attest(actor body, std::string_view how, std::string const& on = {}) {
    step_.decisions.push_back({.body = body, .on = on, .rule = std::string{how}, .reached = true, .attested_by = event_.attested_by});
    return true;
  }
  [[nodiscard]] static std::string naming(std::string const& amendment) { return amendment.empty() ? "" : ", amendment " + amendment; }

  // ----- votes by heads -----
  bool count(actor body, rule const& how, parliament_tally tally, int seats, std::string const& on = {}) {
    if (tally.seats == 0) tally.seats = seats;
    if (tally.seats != seats)
      this_step_does_not_fit(event_, "the vote is one of " + std::to_string(tally.seats) + " seats, and there are " + std::to_string(seats), "leave the seats out: those of the day are taken");
    auto const result = evaluate(how, tally);
    step_.decisions.push_back({.body = body, .on = on, .rule = std::string{how.name()}, .reached = result.carried, .parliament = result});
    return result.carried;
  }
  bool by_parliament(rule const& how, std::optional<parliament_tally> const& tally, std::string const& on) {
    if (tally) return count(actor::parliament, how, *tally, parliament_on(event_.on).seats, on);
    if (is_attested()) return attest(actor::parliament, how.name(), on);
    this_majority_comes_without_figures(event_, how.name(), on.empty() ? "in Parliament " : "on amendment " + on + " ",
                                        "give the votes for, against and abstaining (parliament)");
  }
  bool by_parliament(rule const& how) { return by_parliament(how, event_.parliament, {}); }
  /// Amendments are carried one by one; the step is taken when there is one that was (TFEU 294(7)(c)).
  bool by_component_members() {
    auto const how = rules::majority_of_component_members();
    if (event_.amendments.empty()) return by_parliament(how);
    auto carried = false;
    for (auto const& a : event_.amendments) carried |= by_parliament(how, a.parliament, a.number);
    return carried;
  }
  /// The Commission's own votes are not published as a rule: without figures its word is taken (TFEU 250).
  bool by_commission() {
    if (!event_.commission) return true;
    return count(actor::commission, rules::commission_majority(), *event_.commission, event_.commission->seats);
  }

  // ----- votes of the Council -----
  [[nodiscard]] member_set voters() const {
    return catalogue(context_.file.basis, context_.file.initiator, event_.on, request::none, context_.facts).participants();
  }
  void check_voters(ballot const& b) const {
    if (b.council().members() != voters()) this_ballot_is_not_one_of_those_who_vote(event_, b.council().members(), voters());
  }
  /// The provision that asks for unanimity against the Commission at this reading.
  [[nodiscard]] citation const* against_the_commission() const {
    return transition_.needed == majority::council ? &citations::tfeu_293_1 : &citations::tfeu_294_9;
  }
  bool count(rule const& how, ballot const& b, std::string const& on, citation const* because = nullptr) {
    auto result = evaluate(how, b);
    auto const reached = result.adopted();
    step_.decisions.push_back({.body = actor::council, .on = on, .rule = std::string{how.name()}, .because = because, .reached = reached, .council = result});
    return reached;
  }
  [[nodiscard]] rule by_basis() const { return council_rule_on(context_.file, event_.on, false, context_.facts); }

  /// By the majority of the legal basis, or by unanimity where the text departs from the proposal against the Commission. What is
  /// not known matters only when the two give different results.
  bool by_council(std::optional<ballot> const& b, std::string const& on, std::optional<bool> departs, opinion commission) {
    auto const can_object = commission_can_object(transition_.needed, context_.file.initiator);
    if (!b) {
      auto const unanimity = can_object && departs != false && commission != opinion::positive ? " or unanimity" : "";
      if (is_attested()) return attest(actor::council, std::string{by_basis().name()} + unanimity, on);
      this_majority_comes_without_figures(event_, "Council", on.empty() ? "" : "on amendment " + on + " ", "give the ballot (council)");
    }
    check_voters(*b);
    if (!can_object || departs == false || commission == opinion::positive) return count(by_basis(), *b, on);
    if (departs == true && commission == opinion::negative) return count(rules::unanimity(), *b, on, against_the_commission());
    auto const by_majority = evaluate(by_basis(), *b).adopted();
    if (by_majority && !evaluate(rules::unanimity(), *b).adopted()) the_opinion_of_the_commission_decides_and_is_not_known(event_, naming(on));
    return count(by_basis(), *b, on);
  }
  bool by_council(std::optional<ballot> const& b) { return by_council(b, {}, false, opinion::positive); }

  [[nodiscard]] std::optional<bool> departs() const {
    return event_.departs_from_proposal ? event_.departs_from_proposal
                                        : transition_.event == event_kind::approve_parliament_position ? context_.position.departs : std::nullopt;
  }
  /// What the Commission said of Parliament's position, or by altering its proposal, is about that text and no other.
  [[nodiscard]] opinion opinion_on_text() const {
    if (event_.commission_opinion != opinion::not_known) return event_.commission_opinion;
    return transition_.event == event_kind::approve_parliament_position ? context_.position.commission : opinion::not_known;
  }

  // ----- second reading in the Council -----
  [[nodiscard]] static amendment const* find(std::vector<amendment> const& list, std::string const& number) {
    for (auto const& a : list)
      if (a.number == number) return &a;
    return nullptr;
  }
  /// All of them must be approved (TFEU 294(8)(a)); those with a negative opinion by unanimity (294(9)). One ballot without
  /// amendments stands for all of them.
  bool by_council_on_amendments() {
    if (event_.amendments.empty()) return by_council(event_.council, {}, true, opinion_on_all());
    auto all = true;
    for (auto const& a : context_.amendments)
      if (find(event_.amendments, a.number) == nullptr)
        this_majority_comes_without_figures(event_, "Council", "on amendment " + a.number + " ", "the Council must approve all amendments of Parliament: give the ballot on each");
    for (auto const& a : event_.amendments) {
      auto const* const of_parliament = find(context_.amendments, a.number);
      if (of_parliament == nullptr && !context_.amendments.empty())
        this_step_does_not_fit(event_, "Parliament did not carry an amendment " + a.number, "decide on the amendments that Parliament carried");
      auto const said = a.commission != opinion::not_known || of_parliament == nullptr ? a.commission : of_parliament->commission;
      all &= by_council(a.council, a.number, true, said);
    }
    return all;
  }
  [[nodiscard]] opinion opinion_on_all() const {
    if (event_.commission_opinion != opinion::not_known) return event_.commission_opinion;
    auto all = context_.amendments.empty() ? opinion::not_known : opinion::positive;
    for (auto const& a : context_.amendments) {
      if (a.commission == opinion::negative) return opinion::negative;
      if (a.commission == opinion::not_known) all = opinion::not_known;
    }
    return all;
  }

  // ----- conciliation and third reading -----
  bool by_both_sides_of_the_committee() {
    auto const council = by_council(event_.council);
    if (!event_.parliament && is_attested()) return attest(actor::parliament, rules::majority_of_parliaments_side().name()) && council;
    if (!event_.parliament)
      this_majority_comes_without_figures(event_, "Parliament's side of the committee", "", "give the votes of the members who represent Parliament (parliament)");
    // "an equal number of members representing the European Parliament": as many as the Council has
    return count(actor::parliament, rules::majority_of_parliaments_side(), *event_.parliament, voters().size()) && council;
  }
  /// Parliament and the Council each, on the same day or one after the other; when one fails the act is not adopted (TFEU 294(13)).
  verdict_of_votes at_third_reading() {
    auto const says = [this](actor body, bool has_figures) {
      return has_figures || (is_attested() && (event_.attested_body == actor::nobody || event_.attested_body == body));
    };
    auto const parliament_voted = says(actor::parliament, event_.parliament.has_value());
    auto const council_voted = says(actor::council, event_.council.has_value());
    if (!parliament_voted && !council_voted)
      this_majority_comes_without_figures(event_, "Parliament and Council", "", "give the vote of Parliament, of the Council, or both");
    auto const parliament = parliament_voted ? by_parliament(rules::majority_of_votes_cast()) : context_.joint_text.parliament;
    auto const council = council_voted ? by_council(event_.council) : context_.joint_text.council;
    if ((parliament_voted && !parliament) || (council_voted && !council)) return verdict_of_votes::not_carried;
    return parliament && council ? verdict_of_votes::carried : verdict_of_votes::half_done;
  }

  // ----- orange card -----
  bool after_orange_card() {
    if (!event_.votes_of_national_parliaments)
      this_majority_comes_without_figures(event_, "national parliaments", "", "give the votes behind the reasoned opinions (votes_of_national_parliaments)");
    auto const all = subsidiarity_votes_on(event_.on);
    auto const need = rules::orange_card.need(all);
    if (*event_.votes_of_national_parliaments > all)
      this_step_does_not_fit(event_, "the national parliaments have " + std::to_string(all) + " votes", "give those behind the reasoned opinions");
    step_.notes.push_back("whether the act lies within an exclusive competence, for which there are no cards, is not checked");
    if (*event_.votes_of_national_parliaments < need)
      this_step_does_not_fit(event_, "no orange card was shown", std::to_string(need) + " votes of national parliaments are needed (Protocol 2 Art. 7(3))");
    auto stopped = false;
    if (event_.council && event_.council->council().members() != members_on(event_.on))  // "the members of the Council": all [interpretation]
      this_ballot_is_not_one_of_those_who_vote(event_, event_.council->council().members(), members_on(event_.on));
    if (event_.council) stopped |= count(rules::stop_by_the_council(), *event_.council, {});
    if (event_.parliament) stopped |= by_parliament(rules::stop_by_parliament());
    if (!event_.council && !event_.parliament)
      this_majority_comes_without_figures(event_, "Parliament or Council", "", "give the vote of one of them");
    return stopped;
  }

  // ----- those who ask -----
  /// Those who do not take part in the measure may neither propose it, nor stop it, nor go on with it. [interpretation: the Protocols
  /// speak of voting]
  void require_voters() const {
    if (!voters().contains(event_.members))
      this_step_does_not_fit(event_, to_string(event_.members - voters()) + " may not take part", "those who may: " + to_string(voters()));
  }
  [[nodiscard]] verdict_of_votes require_initiators() const {
    if (context_.file.initiator != proposer::member_states) return verdict_of_votes::carried;
    require_voters();
    auto const all = members_on(event_.on).size();
    auto const how = context_.file.basis.article == "TEU 7(1)" ? rules::third_of_member_states() : rules::quarter_of_member_states();
    auto const need = how.members_needed(all);
    if (event_.members.size() < need)
      this_step_does_not_fit(event_, std::to_string(event_.members.size()) + " Member States propose, and " + std::to_string(need) + " of " + std::to_string(all) + " are needed",
                             "name those who propose (members); " + std::string{how[0].source->article});
    return verdict_of_votes::carried;
  }
  [[nodiscard]] verdict_of_votes require_member() const {
    if (event_.members.empty()) this_step_does_not_fit(event_, "nobody asks for it", "name the member of the Council that pulls the brake (members)");
    require_voters();
    return verdict_of_votes::carried;
  }
  [[nodiscard]] verdict_of_votes require_nine() const {
    require_voters();
    auto const need = rules::nine_member_states().members_needed(voters().size());
    if (event_.members.size() < need)
      this_step_does_not_fit(event_, std::to_string(event_.members.size()) + " Member States notify, and " + std::to_string(need) + " are needed",
                             "name at least nine (members)");
    return verdict_of_votes::carried;
  }

  step& step_;
  event const& event_;
  transition const& transition_;
  decision_context const& context_;
};

[[nodiscard]] inline verdict_of_votes decide(step& s, transition const& t, decision_context const& context) {
  return decider{s, t, context}();
}

/// The amendments that Parliament carried; all that were put to the vote when only a source says that some were.
[[nodiscard]] inline std::vector<amendment> carried_amendments(step const& s) {
  std::vector<amendment> carried;
  for (auto const& a : s.happened.amendments)
    for (auto const& d : s.decisions)
      if (d.on == a.number && d.reached) { carried.push_back(a); break; }
  return carried;
}

}  // namespace codecision::procedure::detail
