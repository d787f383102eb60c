// SPDX-License-Identifier: BSL-1.0
// How are the records of a dossier that ships with the library written in its table, and read again?
#pragma once

#include <codecision/dossier/dossier.hpp>
#include <codecision/dossier/kinds/meetings.hpp>
#include <codecision/dossier/kinds/statements.hpp>
#include <codecision/dossier/kinds/texts.hpp>
#include <codecision/dossier/kinds/votes.hpp>
#include <codecision/dossier/record.hpp>
#include <codecision/dossier/stance.hpp>
#include <codecision/dossier/when.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codecision::detail {

// A record is a string of lines, each a word and the rest. Lines that begin with a dot are the fields of its body. The
// tables are generated and checked against their sources, so the reader takes them as they are.

/// The text up to a separator; what follows it stays in `rest`.
[[nodiscard]] inline std::string_view cut(std::string_view& rest, std::string_view separator) {
  auto const at = rest.find(separator);
  auto const head = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + separator.size());
  return head;
}

[[nodiscard]] inline std::vector<std::string> split(std::string_view rest, std::string_view separator = " ") {
  std::vector<std::string> parts;
  while (!rest.empty()) parts.emplace_back(cut(rest, separator));
  return parts;
}

/// "2025-11-06", "2025-11", "2025-11 2025-11-01..2025-11-21" or "2022-07-01..2022-12-31".
[[nodiscard]] inline when when_written(std::string_view text) {
  auto const bounds = text.find("..");
  if (bounds == std::string_view::npos) return find_when(text).value_or(when{});
  auto const first = parse_date(text.substr(bounds - 10, 10));
  auto const last = parse_date(text.substr(bounds + 2, 10));
  return {first, last, text.size() == 22 ? precision::unknown : precision::month};
}

/// Key, address, what stands there, how it was read. A key such as "seed0+2" is the second place in seed0; "+7" has no
/// key.
[[nodiscard]] inline source source_written(std::string_view line) {
  source s;
  auto key = cut(line, " | ");
  s.key = cut(key, "+");
  s.address = cut(line, " | ");
  s.what = cut(line, " | ");
  s.access = cut(line, "\n");
  return s;
}

/// The sources of a table, to be looked up by their keys.
class source_table {
 public:
  template <std::size_t N>
  explicit source_table(char const* const (&lines)[N]) : first_{lines}, last_{lines + N} {}

  [[nodiscard]] source operator[](std::string_view key) const {
    for (auto const* line = first_; line != last_; ++line) {
      auto const text = std::string_view{*line};
      if (text.substr(0, key.size()) == key && text.substr(key.size(), 3) == " | ") return source_written(text);
    }
    there_is_no_such_record("with the source '" + std::string{key} + "'");
  }

 private:
  char const* const* first_;
  char const* const* last_;
};

/// One record of a table while it is read.
class record_reader {
 public:
  /// The record's relations are added to those read before.
  record_reader(std::string_view text, source_table const& sources, std::vector<named_relation>& relations)
      : sources_{sources}, relations_{relations} {
    while (!text.empty()) {
      auto line = cut(text, "\n");
      auto const word = cut(line, " ");
      read(word, line);
    }
  }

  [[nodiscard]] record made();

 private:
  void read(std::string_view word, std::string_view rest) {
    if (word[0] == '.') fields_.emplace_back(word.substr(1), rest);
    else if (word == "id") id_ = rest;
    else if (word == "kind") kind_ = find_named<kind>(rest).value_or(kind::claim);
    else if (word == "when") when_ = when_written(rest);
    else if (word == "until") about_.until = parse_date(rest);
    else if (word == "known") about_.known_on = parse_date(rest);
    else if (word == "title") about_.title = rest;
    else if (word == "actor") about_.actor = rest;
    else if (word == "notes") about_.notes = rest;
    else if (word == "document") about_.documents.emplace_back(rest);
    else if (word == "confidence") about_.confidence = find_named<confidence>(rest).value_or(confidence::reported);
    else if (word == "carries") about_.carries = split(rest);
    else if (word == "carried") about_.attributes.back().carries = split(rest);
    else if (word == "sources") for (auto const& key : split(rest)) about_.sources.push_back(sources_[key]);
    else if (word == "stand") read_stand(rest);
    else if (word == "->") read_relation(rest);
    else if (word == "=>") read_external(rest);
    else read_attribute(word, rest);
  }
  void read_attribute(std::string_view sort, std::string_view rest) {
    attribute a;
    a.name = cut(rest, " = ");
    if (sort == "flag") a.value = rest == "true";
    else if (sort == "count") a.value = std::int64_t{digits(rest)};
    else if (sort == "list") a.value = split(rest, " ;; ");
    else a.value = std::string{rest};
    about_.attributes.push_back(std::move(a));
  }
  void read_relation(std::string_view rest) {
    auto ends = cut(rest, " | ");
    named_relation r;
    r.from = id_;
    r.what.type = find_named<relation_type>(cut(ends, " ")).value_or(relation_type::concerns);
    r.to = ends;
    r.what.carries = split(cut(rest, " | "));
    r.what.notes = rest;
    relations_.push_back(std::move(r));
  }
  void read_external(std::string_view rest) {
    external_reference e;
    e.relation = cut(rest, " ");
    e.reference = cut(rest, " | ");
    e.carries = split(rest);
    about_.external.push_back(std::move(e));
  }
  /// Members with the same entry share a line: stance | members | words | note.
  void read_stand(std::string_view rest) {
    member_stance entry;
    entry.stance = find_named<stance>(cut(rest, " | ")).value_or(stance::unknown);
    auto const members = parse_members(cut(rest, " | "));
    for (auto const& word : split(cut(rest, " | "))) read_word(entry, word);
    entry.note = rest;
    for (auto const m : members) {
      entry.member = m;
      entries_.push_back(entry);
    }
  }
  void read_word(member_stance& entry, std::string_view value) {
    auto const word = cut(value, "=");
    if (word == "on") entry.dimension = value;
    else if (word == "confidence") entry.confidence = find_named<confidence>(value);
    else if (word == "reservations") entry.reservations = true;
    else if (word == "conflict") entry.conflict = true;
    else if (word == "known") entry.known_on = parse_date(value);
    else if (word == "or")
      for (auto const& s : split(value, ","))
        entry.alternatives.push_back(find_named<stance>(s).value_or(stance::unknown));
    else if (word == "sources")
      for (auto const& key : split(value, ",")) entry.sources.push_back(sources_[key].address);
  }

  [[nodiscard]] std::string field(std::string_view name) const {
    for (auto const& [word, value] : fields_)
      if (word == name) return std::string{value};
    return {};
  }
  [[nodiscard]] std::optional<member_state> member(std::string_view name) const { return find_member(field(name)); }
  [[nodiscard]] member_state state(std::string_view name) const { return parse_member(field(name)); }
  [[nodiscard]] member_set members(std::string_view name) const { return parse_members(field(name)); }
  template <class Enum>
  [[nodiscard]] Enum word(std::string_view name, Enum otherwise) const {
    return find_named<Enum>(field(name)).value_or(otherwise);
  }
  [[nodiscard]] std::optional<vote_counts> counts() const {
    auto const numbers = split(field("counts"));
    if (numbers.size() != 3) return std::nullopt;
    return vote_counts{digits(numbers[0]), digits(numbers[1]), digits(numbers[2])};
  }
  template <RecordKind T>
  [[nodiscard]] record with(T body) { return record{std::move(body), std::move(about_), std::move(id_)}; }

  source_table const& sources_;
  std::vector<named_relation>& relations_;
  std::string id_;
  codecision::kind kind_ = kind::claim;
  codecision::when when_;
  details about_;
  std::vector<std::pair<std::string_view, std::string_view>> fields_;
  std::vector<member_stance> entries_;
};

inline record record_reader::made() {
  switch (kind_) {
    case kind::proposal: return with(proposal{field("number"), when_});
    case kind::compromise_text: return with(compromise_text{field("number"), when_, member("presidency")});
    case kind::council_position: return with(council_position{field("number"), when_});
    case kind::mandate: return with(mandate{field("institution"), when_, field("number")});
    case kind::legal_act: return with(legal_act{field("number"), when_});
    case kind::working_document: return with(working_document{field("number"), when_, field("form")});
    case kind::presidency: return with(presidency{state("holder"), when_, parse_date(field("until"))});
    case kind::working_party_meeting: return with(working_party_meeting{field("body"), when_});
    case kind::coreper_meeting: return with(coreper_meeting{field("body"), when_});
    case kind::council_meeting: return with(council_meeting{field("body"), when_});
    case kind::committee_meeting: return with(committee_meeting{field("body"), when_});
    case kind::plenary_sitting: return with(plenary_sitting{field("body"), when_});
    case kind::trilogue: return with(trilogue{when_, field("round").empty() ? 0 : digits(field("round"))});
    case kind::coreper_tally:
      return with(coreper_tally{field("body"), when_, members("in_favour"), members("against"), members("abstaining")});
    case kind::council_vote:
      return with(council_vote{field("body"), when_, members("in_favour"), members("against"), members("abstaining")});
    case kind::parliament_vote: return with(parliament_vote{field("body"), when_, counts()});
    case kind::member_vote: return with(member_vote{state("member"), word("stance", stance::unknown), when_});
    case kind::position:
      return with(position{member("member"), word("stance", stance::unknown), when_, field("role"), field("holder")});
    case kind::position_snapshot:
      return with(position_snapshot{when_, std::move(entries_), !field("issues_only").empty()});
    case kind::statement: return with(statement{field("speaker"), when_, field("form")});
    case kind::opinion: return with(opinion{field("author"), when_, field("number")});
    case kind::national_document:
      return with(national_document{state("member"), word("form", national_form::letter), when_, field("number"),
                                    word("stance", stance::none)});
    case kind::legal_deadline: return with(legal_deadline{field("form"), when_});
    case kind::provision: return with(provision{word("norm", norm::obligation), when_});
    case kind::condition: return with(condition{field("premise"), field("consequence"), when_, field("modality")});
    case kind::claim: break;
  }
  return with(claim{field("speaker"), word("form", claim_form::claim), when_});
}

}  // namespace codecision::detail
