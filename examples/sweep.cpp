// SPDX-License-Identifier: BSL-1.0
// What do a rule and a council ask for, and how easily do they decide: for every year, rule and set of candidates that might join?
#include <codecision/codecision.hpp>
#include <codecision/io/checkpoint.hpp>
#include <codecision/power/coleman.hpp>
#include <codecision/power/threads.hpp>
#include <codecision/simulate/grid.hpp>
#include <codecision/simulate/monte_carlo.hpp>
#include <codecision/simulate/sweep.hpp>
#include <codecision/version.hpp>

#ifdef CODECISION_WITH_MPI
#include <codecision/simulate/mpi.hpp>

#include <boost/mpi/environment.hpp>
#endif

#include "newcomer.hpp"
#include "program.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace cod = codecision;
namespace power = codecision::power;
namespace simulate = codecision::simulate;

namespace {

#ifdef CODECISION_WITH_MPI
constexpr auto about_ranks = "This build has MPI: mpirun -n 4 sweep ... shares the work among four ranks, on one machine or many.";
#else
constexpr auto about_ranks = "This build has no MPI: it runs on one machine, with --threads. Build it where Boost.MPI is installed for more.";
#endif

struct wishes {
  std::vector<std::string> years, rules{"qualified"}, candidates;
  std::string coalition, output, checkpoint;
  std::uint64_t draws = 0, seed = 1, chunk = 0;
  double p = 0.5, seconds = 1;
  unsigned threads = 1;
  bool without_power = false, report = false;
};

// ----- what is asked -----

struct named_rule {
  std::string_view name;
  cod::rule rule;
};

constexpr named_rule known_rules[] = {{"qualified", cod::rules::qualified_majority()},
                                      {"reinforced", cod::rules::reinforced_majority()},
                                      {"four_fifths", cod::rules::four_fifths_majority()},
                                      {"simple", cod::rules::simple_majority()},
                                      {"unanimity", cod::rules::unanimity()}};

template <class Number>
bool is_number(std::string_view text, Number& number) {
  auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc{} && end == text.data() + text.size();
}

/// "2014" or "2014-2018": years of a range that have no table are left out. Error COD-D203.
void add_years(std::string_view text, std::vector<int>& years) {
  auto const sign = text.find('-');
  int first = 0, last = 0;
  if (!is_number(text.substr(0, sign), first) || !is_number(sign == std::string_view::npos ? text : text.substr(sign + 1), last) || first > last)
    cod::fail(cod::error_code::no_population_table, "'" + std::string{text} + "' is no year", "", "write a year, or a range such as 2014-2018");
  if (first == last) return years.push_back(cod::population_table_of_year(first).year);
  for (auto const& table : cod::population_tables())
    if (first <= table.year && table.year <= last) years.push_back(table.year);
}

named_rule const& rule_called(std::string const& name) {
  for (auto const& r : known_rules)
    if (r.name == name) return r;
  cod::fail(cod::error_code::bad_sweep, "'" + name + "' is no rule of this program", "qualified reinforced four_fifths simple unanimity", "name one of these");
}

// ----- the scenarios -----

struct scenario {
  std::size_t year, rule;
  std::uint64_t joining;  ///< a bit for each candidate
};

/// Every year with every rule and every set of candidates.
class scenarios {
 public:
  explicit scenarios(wishes const& w) {
    for (auto const& text : w.years) add_years(text, years_);
    if (w.years.empty()) for (auto const& table : cod::population_tables()) years_.push_back(table.year);
    for (auto const& name : w.rules) rules_.push_back(rule_called(name));
    for (auto const& text : w.candidates) candidates_.push_back(examples::parsed_newcomer(text, "--candidate"));
    coalition_ = cod::parse_members(w.coalition);
    for (auto const year : years_) councils_.push_back(cod::council_of_year(year));
    for (std::size_t y = 0; y < years_.size(); ++y) static_cast<void>(council({y, 0, simulate::subsets_of(candidates_.size()) - 1}));  // raises what is wrong now
  }

  [[nodiscard]] simulate::grid grid() const { return {years_.size(), rules_.size(), simulate::subsets_of(candidates_.size())}; }
  [[nodiscard]] scenario operator[](std::uint64_t number) const {
    auto const place = grid()[number];
    return {static_cast<std::size_t>(place[0]), static_cast<std::size_t>(place[1]), place[2]};
  }
  [[nodiscard]] cod::rule const& rule(scenario const& s) const { return rules_[s.rule].rule; }
  [[nodiscard]] cod::electorate council(scenario const& s) const {
    auto council = councils_[s.year];
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if ((s.joining >> i & 1u) != 0) council = council.with(candidates_[i].who, candidates_[i].persons);
    return council;
  }
  [[nodiscard]] cod::member_set coalition() const { return coalition_; }
  /// "2024,qualified,MD UA"
  [[nodiscard]] std::string name(scenario const& s) const {
    cod::member_set joining;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if ((s.joining >> i & 1u) != 0) joining.insert(candidates_[i].who);
    return std::to_string(years_[s.year]) + "," + std::string{rules_[s.rule].name} + "," + cod::to_string(joining);
  }
  /// Everything that the rows depend on, the figures of the tables among it.
  [[nodiscard]] std::string description() const {
    std::string text = "codecision " + std::string{cod::version_text} + "\ncoalition " + cod::to_string(coalition_) + "\nrules";
    for (auto const& r : rules_) text += " " + std::string{r.name};
    for (auto const& n : candidates_) text += "\ncandidate " + std::string{cod::code(n.who)} + " " + std::to_string(n.persons);
    for (std::size_t y = 0; y < years_.size(); ++y) {
      text += "\nyear " + std::to_string(years_[y]);
      for (auto const m : councils_[y].members()) text += " " + std::string{cod::code(m)} + " " + std::to_string(councils_[y].population(m));
    }
    return text + "\n";
  }

 private:
  std::vector<int> years_;
  std::vector<cod::electorate> councils_;
  std::vector<named_rule> rules_;
  std::vector<examples::newcomer> candidates_;
  cod::member_set coalition_;
};

// ----- one row a scenario -----

constexpr std::string_view heading =
    "year,rule,joining,members,members_needed,population_needed,unit,blocking_minority,coalition_blocks,winning_coalitions,power_to_act\n";

std::string shortest(double number) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

/// Do those of the coalition who are members block, when all others are in favour? Empty without a coalition.
std::string blocks(power::game const& game, cod::member_set members, cod::member_set coalition) {
  if (coalition.empty()) return "";
  return game.wins(members - coalition) ? "no" : "yes";
}

void append_row(scenarios const& all, std::uint64_t number, bool with_power, std::string& text) {
  auto const s = all[number];
  auto const council = all.council(s);
  auto const& rule = all.rule(s);
  power::game const game{rule, council};
  auto const unit = council.figures().counted_in;
  text += all.name(s) + "," + std::to_string(council.size()) + "," + std::to_string(cod::members_needed(rule, council)) + "," +
          std::to_string(cod::population_needed(rule, council)) + "," + std::string{cod::name(unit)} + "," +
          std::to_string(cod::fewest_blocking_members(rule, council).members) + "," + blocks(game, council.members(), all.coalition()) + ",";
  if (with_power) {
    auto const can_act = power::coleman_power_to_act(game);
    text += std::to_string(can_act.winning_coalitions()) + "," + shortest(can_act.value()) + "\n";
  } else {
    text += ",\n";
  }
}

// ----- draws: each scenario many times -----

constexpr std::uint64_t draws_a_job = std::uint64_t{1} << 20u;

struct drawing {
  std::uint64_t draws, seed;
  double p;
  [[nodiscard]] std::uint64_t jobs() const { return (draws - 1) / draws_a_job + 1; }
};

/// Adds the votes of one job to the count of its scenario: the job's number says which draws of which scenario these are.
void append_draws(scenarios const& all, drawing const& d, std::uint64_t job, std::string& text) {
  auto const number = job / d.jobs(), first = job % d.jobs() * draws_a_job;
  auto const s = all[number];
  power::game const game{all.rule(s), all.council(s)};
  simulate::winning_test const wins{game.simple()};
  simulate::independent_votes const model{std::vector<double>(game.size(), d.p)};
  simulate::sampling const asked{.draws = d.draws, .seed = d.seed, .stream = number};
  simulate::append_count(text, static_cast<std::size_t>(number),
                         simulate::count_draws(wins, model, asked, first, (std::min)(first + draws_a_job, d.draws)).adopted());
}

std::string table_of(scenarios const& all, drawing const& d, std::vector<std::uint64_t> const& adopted) {
  std::string text = "year,rule,joining,draws,adopted,share\n";
  for (std::size_t i = 0; i < adopted.size(); ++i)
    text += all.name(all[i]) + "," + std::to_string(d.draws) + "," + std::to_string(adopted[i]) + "," +
            shortest(static_cast<double>(adopted[i]) / static_cast<double>(d.draws)) + "\n";
  return text;
}

// ----- where the rows go -----

/// Rows that are written as they come, without a checkpoint.
class written_rows {
 public:
  written_rows(std::string const& output, std::string_view first_line) {
    if (!output.empty()) {
      file_.open(output, std::ios::binary);
      out_ = &file_;
    }
    *out_ << first_line;
    check();
  }
  [[nodiscard]] std::uint64_t chunks() const { return chunks_; }
  void put(std::string_view rows) {
    out_->write(rows.data(), static_cast<std::streamsize>(rows.size()));
    ++chunks_;
    check();
  }
  void finish() {
    out_->flush();
    check();
  }

 private:
  void check() const {
    if (!*out_) cod::fail(cod::error_code::cannot_write, "the rows cannot be written", "", 
              "see whether the folder is there and the disk has room; with --checkpoint a run can go on");
  }
  std::ofstream file_;
  std::ostream* out_ = &std::cout;
  std::uint64_t chunks_ = 0;
};

// ----- who works -----

/// One process with threads, or all ranks. `first(collect)` opens a sink and calls collect(sink).
struct workers {
  unsigned threads = 1;
#ifdef CODECISION_WITH_MPI
  boost::mpi::communicator world;
  [[nodiscard]] int ranks() const { return world.size(); }
  [[nodiscard]] bool is_first() const { return world.rank() == 0; }
#else
  [[nodiscard]] int ranks() const { return 1; }
#endif

  template <class Row, class First>
  [[nodiscard]] std::string work(simulate::sweep const& s, Row const& row, First first) const {
#ifdef CODECISION_WITH_MPI
    if (ranks() > 1) {
      auto const sent = simulate::list_on_ranks(world, s, row, first);
      return ", " + std::to_string(sent.messages) + " messages, " + std::to_string(sent.bytes) + " bytes";
    }
#endif
    first([&](auto& sink) { simulate::list(s, row, sink, power::threads{threads}); });
    return "";
  }
};

/// Is this one of several processes that know nothing of each other? They would all write the same file.
void check_launcher(workers const& who) {
  for (auto const* const name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MPI_LOCALNRANKS"})
    if (auto const* const ranks = std::getenv(name); ranks != nullptr && std::atoi(ranks) > 1 && who.ranks() == 1)
      cod::fail(cod::error_code::bad_sweep, "this program was started " + std::string{ranks} + " times, and its copies cannot talk to each other", about_ranks,
                "start it once with --threads, or build it with the MPI whose mpirun is used");
  if (who.ranks() > 1 && who.threads != 1)
    cod::fail(cod::error_code::bad_sweep, "--threads is for one process, and mpirun has started " + std::to_string(who.ranks()) + " ranks", "",
              "start one rank a core, each with one thread");
}

std::string list_rows(wishes const& w, scenarios const& all, workers const& who, std::uint64_t chunk) {
  simulate::sweep const s{all.description() + (w.without_power ? "without power\n" : ""), all.grid().size(), chunk};
  return who.work(s, [&](std::uint64_t job, std::string& text) { append_row(all, job, !w.without_power, text); }, [&](auto&& collect) {
    if (w.checkpoint.empty()) {
      written_rows rows{w.output, heading};
      collect(rows);
      rows.finish();
    } else {
      cod::io::resumable_rows rows{s, heading, w.output, w.checkpoint, w.seconds};
      collect(rows);
      rows.finish();
    }
  });
}

/// Says now what would be said when all is drawn: that the file cannot be written. A file that is there keeps what it has.
void check_writable(std::string const& output) {
  if (output.empty()) return;
  std::error_code ignored;
  auto const is_new = !std::filesystem::exists(output, ignored);
  if (!std::ofstream{output, std::ios::binary | std::ios::app})
    cod::fail(cod::error_code::cannot_write, "'" + output + "' cannot be written", "nothing was drawn", "give a path in a folder that exists and may be written to");
  if (is_new) std::filesystem::remove(output, ignored);
}

std::string sum_draws(wishes const& w, scenarios const& all, workers const& who, std::uint64_t chunk) {
  drawing const d{w.draws, w.seed, w.p};
  simulate::grid const jobs{all.grid().size(), d.jobs()};
  auto const cells = static_cast<std::size_t>(all.grid().size());
  simulate::sweep const s{all.description() + "draws " + std::to_string(d.draws) + " seed " + std::to_string(d.seed) + " p " + shortest(d.p) + "\n", jobs.size(), chunk};
  auto const row = [&](std::uint64_t job, std::string& text) { append_draws(all, d, job, text); };
  return who.work(s, row, [&](auto&& collect) {
    check_writable(w.output);
    std::vector<std::uint64_t> counts;
    if (w.checkpoint.empty()) {
      simulate::sums sums{cells};
      collect(sums);
      counts = sums.counts();
    } else {
      cod::io::resumable_sums sums{s, cells, w.checkpoint, w.seconds};
      collect(sums);
      sums.finish();
      counts = sums.counts();
    }
    if (w.output.empty()) std::cout << table_of(all, d, counts);
    else cod::io::replace_file(w.output, table_of(all, d, counts));
  });
}

bool is_same_file(std::filesystem::path const& a, std::filesystem::path const& b) {
  return std::filesystem::absolute(a).lexically_normal() == std::filesystem::absolute(b).lexically_normal();
}

void run(wishes const& w) {
  workers who;
  who.threads = w.threads == 0 ? power::threads::all().number : w.threads;
  check_launcher(who);
  scenarios const all{w};
  if (!w.checkpoint.empty() && w.output.empty() && w.draws == 0)
    cod::fail(cod::error_code::bad_sweep, "a run that is to go on needs a file for its rows", "", "name it with --output");
  if (!w.checkpoint.empty() && !w.output.empty() && is_same_file(w.output, w.checkpoint))
    cod::fail(cod::error_code::bad_sweep, "the output and the checkpoint are one file", w.output, "name one file for the output and another one for the checkpoint");
  static_cast<void>(simulate::probabilities{all.council(all[0]), w.p});  // is it a probability?
  auto const begin = std::chrono::steady_clock::now();
  auto const usual_chunk = w.draws > 0 ? 1u : w.without_power ? 1024u : 16u;
  auto const chunk = w.chunk == 0 ? usual_chunk : w.chunk;
  auto const sent = w.draws > 0 ? sum_draws(w, all, who, chunk) : list_rows(w, all, who, chunk);
  std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - begin;
  if (w.report)
    std::cerr << all.grid().size() << " scenarios, " << seconds.count() << " seconds, " << who.ranks() << " ranks, " << who.threads << " threads" << sent << '\n';
}

#ifdef CODECISION_WITH_MPI
/// Swallows what all ranks but the first would say as well, as long as it lives.
class silence : std::streambuf {
 public:
  explicit silence(bool wanted) : out_{std::cout.rdbuf()}, err_{std::cerr.rdbuf()} {
    if (!wanted) return;
    std::cout.rdbuf(this);
    std::cerr.rdbuf(this);
  }
  silence(silence const&) = delete;
  silence& operator=(silence const&) = delete;
  ~silence() override {
    std::cout.rdbuf(out_);
    std::cerr.rdbuf(err_);
  }

 private:
  int overflow(int c) override { return traits_type::not_eof(c); }
  std::streambuf *out_, *err_;
};
#endif

}  // namespace

int main(int argc, char** argv) {
#ifdef CODECISION_WITH_MPI
  boost::mpi::environment const mpi{argc, argv};
  silence const others{boost::mpi::communicator{}.rank() != 0};
#endif
  wishes w;
  CLI::App app{std::string{"What do a rule and a council ask for, for every year, rule and set of candidates that might join?\n"} + about_ranks};
  app.set_version_flag("--version", "sweep, Codecision " + std::string{cod::version_text} + "\n" + about_ranks);
  app.add_option("--years", w.years, "years with a table, or ranges such as 2014-2018 (all that have one)");
  app.add_option("--rules", w.rules, "qualified, reinforced, four_fifths, simple, unanimity (qualified)");
  app.add_option("--candidate", w.candidates, "a state that may join and its population, such as UA=33000000; may be given several times");
  app.add_option("--coalition", w.coalition, "do these block, those of them who are members, such as \"HU SK CZ\"?");
  app.add_flag("--no-power", w.without_power, "do not count coalitions, which takes most of the time");
  app.add_option("--draws", w.draws, "draw so many votes in each scenario, and print how many adopt the act");
  app.add_option("--p", w.p, "with --draws: the probability of each member to vote in favour (0.5)");
  app.add_option("--seed", w.seed, "with --draws: which random numbers (1)");
  app.add_option("--output", w.output, "the file for the rows (standard output)");
  app.add_option("--checkpoint", w.checkpoint, "a file that says how far the run has come: started again, it goes on from there");
  app.add_option("--checkpoint-every", w.seconds, "seconds between two checkpoints (1)");
  app.add_option("--chunk", w.chunk, "how many scenarios are worked on at a time (16; 1024 without power; 1 with draws)");
  app.add_option("--threads", w.threads, "how many threads, 0 for as many as the machine runs (1)");
  app.add_flag("--report", w.report, "say how long it took, and what was sent between ranks");
  return examples::program(app, argc, argv, [&] { run(w); });
}
