// SPDX-License-Identifier: BSL-1.0
// Why does a dossier refuse a record or a relation?
#pragma once

#include <codecision/core/error.hpp>
#include <codecision/dossier/relation.hpp>

#include <string>

namespace codecision::detail {

[[noreturn]] inline void this_record_is_in_the_dossier_already(std::string const& id) {
  fail(error_code::duplicate_record, "the dossier has a record '" + id + "' already", "",
       "give each record an id of its own: add(body, details, \"id\")");
}
[[noreturn]] inline void this_record_is_incomplete(record const& r, std::string const& what) {
  fail(error_code::incomplete_record, "the " + std::string{name(r.kind())} + " '" + r.id + "' is incomplete: " + what,
       "", "give it a date: a day, a month (month_of), or bounds (between_days)");
}
[[noreturn]] inline void there_is_no_such_record(std::string const& what) {
  fail(error_code::unknown_record, "the dossier has no record " + what, "",
       "add the record before the relations that name it");
}
[[noreturn]] inline void this_relation_is_not_possible(record const& from, relation_type type, record const& to) {
  fail(error_code::relation_not_allowed,
       "'" + std::string{name(type)} + "' cannot run from " + std::string{name(from.kind())} + " '" + from.id +
           "' to " + std::string{name(to.kind())} + " '" + to.id + "'",
       permitted_by(type),
       "relations run from the later record to the earlier one; turn it round, or use another relation");
}
[[noreturn]] inline void a_record_cannot_relate_to_a_later_one(record const& from, relation_type type,
                                                               record const& to) {
  fail(error_code::wrong_order_of_days,
       "'" + from.id + "' (" + to_string(from.when()) + ") cannot have the relation '" + std::string{name(type)} +
           "' to the later '" + to.id + "' (" + to_string(to.when()) + ")",
       "", "store the relation from the later record: the inverse of 'informs' is 'informed_by'");
}
[[noreturn]] inline void these_relations_form_a_circle(std::string const& circle) {
  fail(error_code::relation_closes_circle, "the relations form a circle: " + circle, "",
       "a record can build on or discuss only what was there before it; remove one of these relations");
}

}  // namespace codecision::detail
