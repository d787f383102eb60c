// SPDX-License-Identifier: BSL-1.0
#include <codecision/council/tables/legal_bases.hpp>

#include <string_view>

#include "support/catch.hpp"

namespace cod = codecision;
using namespace codecision::literals;

namespace {

cod::legal_basis_record const* find(std::string_view basis) {
  for (auto const& row : cod::detail::legal_basis_rows)
    if (row.basis == basis) return &row;
  return nullptr;
}

}  // namespace

TEST_CASE("the basis of the CSA Regulation is the ordinary procedure with all members voting", "[data][legal_bases]") {
  auto const* const row = find("TFEU 114");
  REQUIRE(row != nullptr);
  CHECK(row->procedure == cod::council_procedure::ordinary);
  CHECK(row->rule == cod::basis_rule::qualified_majority);
  CHECK(row->reinforced_without_proposal);
  CHECK(row->fixed == cod::fixed_definition::none);
  CHECK(row->valid.covers("2025-11-26"_date));
  CHECK(row->valid.to == cod::open_end());
  CHECK(row->cited().article == "TFEU 114");
}

TEST_CASE("Article 7(1) TEU asks for four fifths of the members", "[data][legal_bases]") {
  REQUIRE(find("TEU 7(1)") != nullptr);
  CHECK(find("TEU 7(1)")->rule == cod::basis_rule::four_fifths_of_members);
}

TEST_CASE("every legal basis has a subject and a source, and begins on a day", "[data][legal_bases]") {
  CHECK_FALSE(cod::detail::legal_basis_rows.empty());
  for (auto const& row : cod::detail::legal_basis_rows) {
    INFO(row.basis);
    CHECK_FALSE(row.subject.empty());
    CHECK_FALSE(row.source.empty());
    CHECK(row.subject.back() != '\0');  // the generator counts characters: none too many
    CHECK(row.source.size() == std::string_view{row.source.data()}.size());
    CHECK(row.valid.from >= "1958-01-01"_date);
  }
}
