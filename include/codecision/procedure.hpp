// SPDX-License-Identifier: BSL-1.0
// Everything in codecision.hpp, and the machine that follows a file through a procedure; not Boost.Graph.
#pragma once

#include <codecision/codecision.hpp>
#include <codecision/procedure/agenda_step.hpp>
#include <codecision/procedure/backwards.hpp>
#include <codecision/procedure/council_agenda.hpp>
#include <codecision/procedure/council_configuration.hpp>
#include <codecision/procedure/deadline.hpp>
#include <codecision/procedure/decide.hpp>
#include <codecision/procedure/entry_into_force.hpp>
#include <codecision/procedure/event.hpp>
#include <codecision/procedure/event_kind.hpp>
#include <codecision/procedure/explain.hpp>
#include <codecision/procedure/explain_period.hpp>
#include <codecision/procedure/hours.hpp>
#include <codecision/procedure/indicative_tally.hpp>
#include <codecision/procedure/informal.hpp>
#include <codecision/procedure/machine.hpp>
#include <codecision/procedure/majority.hpp>
#include <codecision/procedure/national_parliament_period.hpp>
#include <codecision/procedure/ordinary.hpp>
#include <codecision/procedure/period.hpp>
#include <codecision/procedure/reasoned_opinion.hpp>
#include <codecision/procedure/refusals.hpp>
#include <codecision/procedure/regulation_1182_71.hpp>
#include <codecision/procedure/running_limit.hpp>
#include <codecision/procedure/special.hpp>
#include <codecision/procedure/stage.hpp>
#include <codecision/procedure/step.hpp>
#include <codecision/procedure/subsidiarity.hpp>
#include <codecision/procedure/transition.hpp>
#include <codecision/procedure/working_day.hpp>
#include <codecision/procedure/written_procedure.hpp>
