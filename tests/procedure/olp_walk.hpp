// SPDX-License-Identifier: BSL-1.0
// Which ways does the published table docs/data/olp.json have? Walked as it is written: the library's table is not asked.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace codecision::test {

/// A row of the table between two places. A suspended file stands at "SUSPENDED_48@EP_FIRST_READING".
struct olp_step {
  std::string from, event, to, limit;
  [[nodiscard]] friend bool operator<(olp_step const& a, olp_step const& b) { return std::tie(a.from, a.event, a.to) < std::tie(b.from, b.event, b.to); }
  [[nodiscard]] friend bool operator==(olp_step const& a, olp_step const& b) { return std::tie(a.from, a.event, a.to) == std::tie(b.from, b.event, b.to); }
};

/// For which file the steps are wanted: the notes of the table say which belong to which.
struct olp_file {
  bool by_the_commission = true;
  bool by_others = true;
  bool social_security = true;
  bool criminal_matters = true;
};

/// Is the row open to such a file? Protocol 2 Art. 7(3) and Article 293(2) speak of proposals of the Commission.
inline bool is_open(std::string const& event, std::string const& from, olp_file const& file) {
  if (event == "submit_initiative") return file.by_others;
  for (auto const* of_the_commission : {"submit_proposal", "alter_proposal", "withdraw", "orange_card_reject"})
    if (event == of_the_commission) return file.by_the_commission;
  if (event == "emergency_brake_48" || from == "SUSPENDED_48") return file.social_security;
  if (event == "emergency_brake_82_83" || from == "SUSPENDED_82_83") return file.criminal_matters;
  return true;
}

/// The rows with the pseudo-states of the table written out.
inline std::vector<olp_step> olp_steps(olp_file const& file = {}) {
  std::vector<std::string> const before_adoption{"EP_FIRST_READING", "COUNCIL_FIRST_READING", "EP_SECOND_READING", "COUNCIL_SECOND_READING",
                                                 "CONCILIATION_TO_CONVENE", "CONCILIATION", "THIRD_READING"};
  std::ifstream in{CODECISION_SOURCE_DIR "/docs/data/olp.json"};
  auto const table = nlohmann::json::parse(in);
  std::vector<olp_step> steps;
  for (auto const& row : table.at("transitions")) {
    auto const text = [&](char const* key) { return row.at(key).get<std::string>(); };
    auto const from = text("from_state"), event = text("event"), to = text("to_state"), limit = text("time_limit");
    if (!is_open(event, from, file)) continue;
    if (from == "ANY_BEFORE_ADOPTION")
      for (auto const& s : before_adoption) steps.push_back({s, event, to + "@" + s, limit});
    else if (from.rfind("SUSPENDED", 0) == 0)
      for (auto const& s : before_adoption) steps.push_back({from + "@" + s, event, to == "RESUME_PREVIOUS" ? s : to, limit});
    else
      steps.push_back({from, event, to, limit});
  }
  return steps;
}

/// Which places can be reached, the first included, when one place is shut?
inline std::set<std::string> olp_reach(std::vector<olp_step> const& steps, std::string const& start, std::string const& shut = {}) {
  std::set<std::string> found;
  if (start != shut) found.insert(start);
  for (auto before = std::size_t{0}; before != found.size();) {
    before = found.size();
    for (auto const& s : steps)
      if (found.count(s.from) == 1 && s.to != shut) found.insert(s.to);
  }
  return found;
}

/// The ways from the last place of `here` on, on which no place comes twice, as lists of steps. "It cannot approve (4)" says the
/// note of `reject_proposal`.
inline void olp_ways(std::vector<olp_step> const& steps, std::string const& goal, std::string const& at, std::vector<olp_step> const& here,
                     std::vector<std::vector<olp_step>>& found) {
  auto const name = at.substr(0, at.find('@'));
  if (name == goal) return found.push_back(here);
  for (auto const& s : steps) {
    auto const comes_back = s.to == at || std::any_of(here.begin(), here.end(), [&](auto const& h) { return h.from == s.to; });
    auto const rejected = std::any_of(here.begin(), here.end(), [](auto const& h) { return h.event == "reject_proposal"; });
    if (s.from != at || comes_back || (rejected && s.event == "approve_ep_position")) continue;
    auto longer = here;
    longer.push_back(s);
    olp_ways(steps, goal, s.to, longer, found);
  }
}

inline std::vector<std::vector<olp_step>> olp_ways(std::vector<olp_step> const& steps, std::string const& goal, std::string const& start = "START") {
  std::vector<std::vector<olp_step>> found;
  olp_ways(steps, goal, start, {}, found);
  return found;
}

}  // namespace codecision::test
