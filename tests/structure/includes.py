# SPDX-License-Identifier: BSL-1.0
"""Does each public header include what it uses, and nothing else?

includes.py ROOT            prints what is missing and what is not needed
includes.py ROOT --index    prints which header declares which name
The text is read, not compiled, so this is a style: a name of std or of Boost wants its header on an #include line of the same file.
A type of this library wants a header that declares it, included here or by a header that is included here, because who uses a dossier
may use what it is made of; what stands in core/ comes with everything. An included header is needed when one of its names, or of what
it includes itself, occurs. What text cannot tell (functions that share a name, members, operators, deduced types) is left to the
compiler: headers_alone.py.
`missing_includes(text)` asks less of a program: that what it names can be reached through its includes, at any distance.
"""
import functools
import pathlib
import re
import sys

import tree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

# Which header has which name of std. A name that several headers have is found with any of them.
STD = {
    "algorithm": "adjacent_find all_of any_of binary_search clamp copy copy_backward copy_if copy_n count count_if equal equal_range fill fill_n find "
                 "find_first_of find_if find_if_not for_each for_each_n generate includes inplace_merge is_permutation is_sorted iter_swap "
                 "lexicographical_compare lower_bound max max_element merge min min_element minmax minmax_element mismatch next_permutation none_of "
                 "nth_element partial_sort partition partition_point prev_permutation remove_copy_if remove_if replace reverse reverse_copy rotate "
                 "search set_difference set_intersection set_symmetric_difference set_union shuffle sort stable_partition stable_sort transform unique "
                 "unique_copy upper_bound",
    "array": "array to_array",
    "atomic": "atomic atomic_flag memory_order memory_order_acquire memory_order_relaxed memory_order_release memory_order_seq_cst",
    "bit": "bit_cast bit_ceil bit_floor bit_width countl_zero countr_one countr_zero endian has_single_bit popcount rotl rotr",
    "bitset": "bitset",
    "cctype": "isalnum isalpha isdigit isspace tolower toupper",
    "cerrno": "",
    "charconv": "chars_format from_chars from_chars_result to_chars to_chars_result",
    "chrono": "chrono",
    "climits": "",
    "cmath": "abs ceil cos erf erfc exp exp2 expm1 fabs floor fmod hypot isfinite isinf isnan ldexp llround log log10 log1p log2 lround nextafter pow round "
             "sin sqrt trunc",
    "compare": "partial_ordering strong_ordering weak_ordering",
    "concepts": "assignable_from constructible_from convertible_to copyable default_initializable derived_from equality_comparable floating_point integral "
                "invocable movable predicate regular regular_invocable same_as semiregular signed_integral totally_ordered unsigned_integral",
    "condition_variable": "condition_variable",
    "csignal": "sig_atomic_t signal",
    "cstddef": "byte max_align_t nullptr_t ptrdiff_t size_t",
    "cstdint": "int16_t int32_t int64_t int8_t int_fast32_t int_fast64_t intmax_t uint16_t uint32_t uint64_t uint8_t uintmax_t uintptr_t",
    "cstdio": "FILE fclose feof ferror fflush fgets fopen fprintf fputs fread fseek fwrite getchar printf puts remove rename snprintf",
    "cstdlib": "abort exit getenv strtod strtol system EXIT_FAILURE EXIT_SUCCESS",
    "cstring": "memchr memcmp memcpy memmove memset strcmp strerror strlen",
    "ctime": "time time_t tm",
    "deque": "deque",
    "exception": "current_exception exception exception_ptr rethrow_exception terminate uncaught_exceptions",
    "filesystem": "filesystem",
    "format": "format",
    "fstream": "fstream ifstream ofstream",
    "functional": "bind function greater hash invoke less minus multiplies not_fn plus ref reference_wrapper",
    "future": "async future",
    "initializer_list": "initializer_list",
    "iomanip": "setfill setprecision setw",
    "ios": "fixed hex ios ios_base left right",
    "iosfwd": "",
    "iostream": "cerr cin clog cout",
    "istream": "istream getline ws",
    "iterator": "advance back_inserter begin bidirectional_iterator_tag cbegin cend data distance empty end forward_iterator_tag input_iterator "
                "input_iterator_tag inserter istream_iterator istreambuf_iterator iterator_traits make_move_iterator move_iterator next ostream_iterator prev "
                "random_access_iterator_tag rbegin rend reverse_iterator size ssize",
    "limits": "numeric_limits",
    "list": "list",
    "locale": "locale",
    "map": "map multimap",
    "memory": "addressof allocator make_shared make_unique shared_ptr unique_ptr weak_ptr",
    "mutex": "call_once lock_guard mutex once_flag scoped_lock unique_lock",
    "new": "bad_alloc",
    "numbers": "numbers",
    "numeric": "accumulate adjacent_difference exclusive_scan gcd inner_product iota lcm midpoint partial_sum reduce",
    "optional": "make_optional nullopt nullopt_t optional",
    "ostream": "endl flush ostream streamsize",
    "queue": "priority_queue queue",
    "random": "mt19937 mt19937_64 uniform_int_distribution uniform_real_distribution",
    "ranges": "ranges views",
    "ratio": "ratio",
    "regex": "regex",
    "set": "multiset set",
    "source_location": "source_location",
    "span": "dynamic_extent span",
    "sstream": "istringstream ostringstream stringstream",
    "stack": "stack",
    "stdexcept": "domain_error invalid_argument length_error logic_error out_of_range overflow_error range_error runtime_error",
    "string": "basic_string char_traits stod stoi stol stoll stoull string to_string",
    "string_view": "basic_string_view string_view",
    "system_error": "errc error_category error_code error_condition generic_category make_error_code system_category system_error",
    "thread": "jthread this_thread thread",
    "tuple": "apply forward_as_tuple make_tuple tie tuple",
    "type_traits": "add_const_t bool_constant common_type_t conditional_t decay_t enable_if_t false_type integral_constant invoke_result_t "
                   "is_arithmetic_v is_base_of_v is_constant_evaluated is_constructible_v is_copy_constructible_v is_empty_v is_enum_v is_integral_v "
                   "is_invocable_r_v is_invocable_v is_nothrow_move_constructible_v is_same is_same_v is_trivially_copyable_v is_unsigned_v is_void_v "
                   "make_signed_t make_unsigned_t remove_cv_t remove_cvref_t remove_pointer_t remove_reference_t true_type type_identity_t underlying_type_t "
                   "void_t",
    "unordered_map": "unordered_map unordered_multimap",
    "unordered_set": "unordered_set",
    "utility": "as_const cmp_equal cmp_less declval exchange forward in_place in_range index_sequence index_sequence_for integer_sequence "
               "make_index_sequence make_pair move pair swap",
    "variant": "bad_variant_access get_if holds_alternative in_place_type monostate variant variant_alternative_t variant_size_v visit",
    "vector": "vector",
}
# Names of which more than one header is the right one, whichever is there for other reasons.
MORE = {"get": "array tuple utility variant", "tuple_size": "array tuple utility", "tuple_element": "array tuple utility",
        "tuple_size_v": "array tuple utility", "size_t": "cstddef",
        "remove": "algorithm cstdio", "getline": "istream string", "abs": "cmath cstdlib", "hash": "functional string string_view",
        "ostream": "ostream iosfwd", "istream": "istream iosfwd", "streamsize": "ostream istream ios", "erase": "vector string",
        "erase_if": "vector string map set unordered_map", "swap": "utility", "remove_copy": "algorithm",
        "literals": "string string_view chrono", "make_exception_ptr": "exception", "setprecision": "iomanip",
        "begin": "iterator array vector string string_view span", "end": "iterator array vector string string_view span",
        "size": "iterator array vector string string_view span", "data": "iterator array vector string string_view span",
        "empty": "iterator array vector string string_view span", "copy": "algorithm", "move": "utility", "less": "functional"}
# Macros and names without std:: that want a header.
PLAIN = {"cassert": r"\bassert\b", "cerrno": r"\berrno\b|\bE[A-Z]{4,}\b", "climits": r"\b(?:CHAR_BIT|U?(?:INT|LONG|LLONG|CHAR)_(?:MAX|MIN))\b",
         "cstdint": r"\bU?INT(?:8|16|32|64)_(?:MAX|C)\b", "cstdio": r"\b(?:stdout|stderr|stdin|EOF|SEEK_\w+)\b", "unistd.h": r"\b(?:isatty|fsync|fileno|getpid|ftruncate|close)\b", "io.h": r"\b_(?:isatty|commit|fileno)\b",
         "compare": r"<=>", "new": r"\bnew \("}
# The header of Boost for a name of Boost; a name that begins with one of these.
BOOST = {
    "boost/core/no_exceptions_support.hpp": "BOOST_TRY BOOST_CATCH BOOST_CATCH_END BOOST_RETHROW",
    "boost/date_time/gregorian/gregorian_types.hpp": "gregorian date_time",
    "boost/date_time/posix_time/posix_time_types.hpp": "posix_time",
    "boost/graph/adjacency_list.hpp": "add_edge add_vertex adjacency_list bidirectionalS directedS edge edges edge_descriptor get graph_bundle graph_traits "
                                      "in_degree in_edges no_property num_edges num_vertices out_degree out_edges setS source target vecS vertex vertex_index "
                                      "vertices make_iterator_property_map listS",
    "boost/graph/breadth_first_search.hpp": "breadth_first_search make_bfs_visitor visitor",
    "boost/graph/depth_first_search.hpp": "depth_first_search make_dfs_visitor",
    "boost/graph/dominator_tree.hpp": "lengauer_tarjan_dominator_tree",
    "boost/graph/filtered_graph.hpp": "filtered_graph keep_all make_filtered_graph",
    "boost/graph/topological_sort.hpp": "topological_sort",
    "boost/graph/visitors.hpp": "on_tree_edge record_distances record_predecessors",
    "boost/mpi/communicator.hpp": "mpi::communicator mpi::any_source mpi::any_tag",
    "boost/mpi/request.hpp": "mpi::request",
    "boost/mpi/status.hpp": "mpi::status",
    "boost/multiprecision/cpp_int.hpp": "multiprecision",
    "boost/throw_exception.hpp": "throw_exception",
    "nlohmann/json.hpp": "nlohmann",
}
CONFIGURED = {"BOOST_NO_EXCEPTIONS", "BOOST_VERSION"}  # set by the build, or tested where a header of Boost is there anyway

KEYWORDS = set("alignas alignof and auto bool break case catch char class co_await concept const consteval constexpr constinit const_cast continue "
               "decltype default delete do double else enum explicit export extern false final float for friend goto if inline int long mutable namespace "
               "new noexcept not nullptr operator or override private protected public requires return short signed sizeof static static_assert "
               "static_cast struct switch template this throw true try typedef typename union unsigned using virtual void volatile while".split())
WORD = re.compile(r"[A-Za-z_]\w*|::|->|\S")
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.S)
LITERALS = {"_date": "date", "_ms": "member_state", "_members": "member_set"}


def std_headers():
    found = {}
    for header, names in STD.items():
        for name in names.split():
            found.setdefault(name, set()).add(header)
    for name, headers in MORE.items():
        found.setdefault(name, set()).update(headers.split())
    return found


STD_HEADERS = std_headers()
BOOST_HEADERS = {name: header for header, names in BOOST.items() for name in names.split()}


def code(text):
    """The text without comments, words in quotes and #include lines; a literal's suffix stays: "DE"_ms becomes ""_ms."""
    text = NOT_CODE.sub(lambda match: '""' if match[0][0] in 'R"' else " " if match[0][0] != "'" else "0", text)
    return re.sub(r"^[ \t]*#[ \t]*include[^\n]*", "", text, flags=re.M)


def declared(text, types_only=False):
    """The names that a header declares in a namespace, each with its namespace: {("codecision::io", "table"), ...}."""
    text = re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", "", code(text), flags=re.M)
    words = WORD.findall(text)
    names, spaces, at = set(), [], 0
    statement = []
    while at < len(words):
        word = words[at]
        if word == "namespace" and not statement and "{" in words[at:at + 12]:
            end = words.index("{", at)
            if "=" not in words[at:end] and ";" not in words[at:end]:
                spaces.append([part for part in words[at + 1:end] if part not in ("::", "inline")])
                at = end + 1
                continue
        if word == "inline" and not statement and words[at + 1:at + 2] == ["namespace"]:
            at += 1
            continue
        if word == "}" and not statement:
            if spaces:
                spaces.pop()
            at += 1
            continue
        if word == "(" or word == "{":
            end = closing(words, at)
            statement.append(word)
            at = end + 1
            after = words[at] if at < len(words) else ""
            if word == "{" and after not in (";", ",", "=", ")") and not is_value(statement):
                names.update(("::".join(sum(spaces, [])), name) for name in names_of(statement, types_only))
                statement = []
            continue
        if word == ";":
            names.update(("::".join(sum(spaces, [])), name) for name in names_of(statement, types_only))
            statement = []
            at += 1
            continue
        statement.append(word)
        at += 1
    return names


def is_value(statement):
    """Is this a variable with its value, whose braces end no function?"""
    words = without_template_head(statement)
    return "=" in words and "(" not in words[:words.index("=")]


def closing(words, at):
    """The index of the bracket that closes the one at `at`."""
    depth = 0
    for i in range(at, len(words)):
        if words[i] in "({[":
            depth += 1
        elif words[i] in ")}]":
            depth -= 1
            if depth == 0:
                return i
    return len(words) - 1


BEGINNINGS = {"struct", "class", "using", "inline", "constexpr", "consteval"}
TYPES = ("struct", "class", "enum", "union", "concept", "using")


def names_of(statement, types_only=False):
    """The names that one declaration at the scope of a namespace introduces. A bracket stands in it without what it holds."""
    words = without_template_head(statement)
    if types_only and words[:1] and words[0] not in TYPES:
        return set()
    if not words or words[0] in ("static_assert", "friend", "extern") or "operator" in words:
        return set()
    if words[0] in ("using", "namespace"):
        if "=" in words:
            return {words[words.index("=") - 1]}
        return {words[-1]} if words[0] == "using" and words[1:2] != ["namespace"] else set()
    if words[0] == "concept":
        return {words[1]}
    if words[0] in ("struct", "class", "enum", "union"):
        rest = [word for word in words[1:] if word not in ("class", "struct", "[", "]", "nodiscard", "final")]
        return {rest[0]} if rest and "<" not in rest[1:2] else set()  # a specialisation declares nothing new
    before = words
    for stop in ("(", "=", "{"):
        if stop in before:
            before = before[:before.index(stop)]
    named = [word for i, word in enumerate(before) if re.match(r"[A-Za-z_]", word) and word not in KEYWORDS]
    if not named or before[-1] != named[-1] or (len(before) > 1 and before[-2] == "::"):
        return set()  # the definition of a member, or nothing
    return {named[-1]}


def without_template_head(words):
    while words and words[0] in ("template", "[", "requires"):
        if words[0] == "[":
            words = words[closing(words, 0) + 1:]
        elif words[0] == "requires":  # it ends where the declaration begins
            return next((words[i:] for i in range(1, len(words)) if words[i] in BEGINNINGS), words[1:])
        else:
            depth, end = 0, 1
            for end in range(1, len(words)):
                depth += {"<": 1, ">": -1}.get(words[end], 0)
                if depth == 0:
                    break
            words = words[end + 1:]
    return words


class library:
    def __init__(self, root):
        self.root = str(root)
        self.headers = tree.headers(root)
        self.text = {name: path.read_text(encoding="utf-8") for name, path in self.headers.items()}
        self.code = {name: code(text) for name, text in self.text.items()}
        self.direct = {name: tree.includes(path) for name, path in self.headers.items()}
        self.names = {name: declared(text) for name, text in self.text.items()}
        self.types = {word for text in self.text.values() for _, word in declared(text, types_only=True)}
        self.of = {}  # name -> {(namespace, header)}
        for header, names in self.names.items():
            if header == "codecision/fwd.hpp":
                continue  # it declares what others define
            for space, name in names:
                self.of.setdefault(name, set()).add((space, header))

    @functools.lru_cache(maxsize=None)
    def reach(self, header):
        """The header and all headers of the library that come with it."""
        found, open_ = {header}, [header]
        while open_:
            for include in self.direct.get(open_.pop(), ()):
                if include.name in self.headers and include.name not in found:
                    found.add(include.name)
                    open_.append(include.name)
        return frozenset(found)

    def outside(self, header):
        """The headers of others that come with it."""
        return {include.name for reached in self.reach(header) for include in self.direct[reached] if include.name not in self.headers}


def std_names(text):
    return set(re.findall(r"\bstd::(?:literals::)?(\w+)", text))


def check_std(name, text, included):
    used = std_names(text)
    for word in sorted(used):
        if word not in STD_HEADERS:
            yield f"include/{name}: std::{word} is not in the table of tests/structure/includes.py: which header has it?"
        elif not STD_HEADERS[word] & included:
            yield f"include/{name}: std::{word} wants #include <{'> or <'.join(sorted(STD_HEADERS[word]))}>"
    known = set(STD) | set(PLAIN)
    for header in sorted(included & known):
        if not any(header in STD_HEADERS.get(word, ()) for word in used) and not re.search(PLAIN.get(header, "(?!)"), text):
            yield f"include/{name}: <{header}> is included and not used"
    for header in sorted(included - known):
        if "/" not in header:
            yield f"include/{name}: <{header}> is not in the table of tests/structure/includes.py: which names has it?"


def boost_names(text):
    """The names of Boost (and nlohmann) that are used, with the header each wants or None."""
    found = {}
    for word in re.findall(r"\bBOOST_\w+", text):
        if word not in CONFIGURED:
            found[word] = BOOST_HEADERS.get(word)
    for first, second in re.findall(r"\bboost::(\w+)(?:::(\w+))?", text):
        found[f"boost::{first}"] = BOOST_HEADERS.get(f"{first}::{second}") or BOOST_HEADERS.get(first)
    if re.search(r"\bnlohmann::", text):
        found["nlohmann"] = "nlohmann/json.hpp"
    return found


def check_boost(name, text, included, outside):
    used = boost_names(text)
    for word, header in sorted(used.items()):
        if header is None:
            yield f"include/{name}: {word} is not in the table of tests/structure/includes.py: which header has it?"
        elif header not in included and not (header == "boost/graph/adjacency_list.hpp" and header in outside):
            yield f"include/{name}: {word} wants #include <{header}>"  # a graph type of ours brings its functions along
    for header in sorted(included):
        if header in BOOST and header not in used.values():
            if not any(re.search(rf"\b{word.split('::')[-1]}\b", text) for word in BOOST[header].split()):
                yield f"include/{name}: <{header}> is included and not used"
        elif header.startswith("boost/") and header not in BOOST:
            yield f"include/{name}: <{header}> is not in the table of tests/structure/includes.py: which names has it?"


def is_umbrella(lib, name):
    """A header that is there to include others declares nothing."""
    return name.count("/") == 1 or not lib.names[name]


def check_own(lib, name):
    """A type wants its header here, or one include away; what stands in core/ comes with every header of the library."""
    text = lib.code[name]
    included = [include.name for include in lib.direct[name] if include.name in lib.headers]
    if is_umbrella(lib, name):
        return
    words = set(re.findall(r"[A-Za-z_]\w*", text))
    own = {word for _, word in lib.names[name]}
    near = {name}.union(*(reach_near(lib, header) for header in included))
    for word in sorted(used_names(lib, text) & lib.types - own):
        places = {header for _, header in lib.of[word]}
        places &= lib.reach(name)  # what is not reached at all is another thing of that name, or the compiler says so
        in_a_circle = any(name in lib.reach(place) for place in places)
        if places and not in_a_circle and not places & near and not any(place.startswith("codecision/core/") for place in places):
            yield f"include/{name}: {word} wants #include <{'> or <'.join(sorted(places))}>"
    for header in included:
        if re.search(rf"^#include <{re.escape(header)}> *//", lib.text[name], re.M):
            continue  # the comment says why it comes along
        brought = {word for reached in lib.reach(header) if reached == header or is_umbrella(lib, header) or brings(lib, header, reached)
                   for _, word in lib.names[reached]}
        if brought and not brought & words and not re.search(r"\boperator\b", lib.code[header]):
            yield f"include/{name}: <{header}> is included and none of its names is used"


def brings(lib, header, reached):
    """Does the header include that one itself?"""
    return any(include.name == reached for include in lib.direct[header])


def reach_near(lib, header):
    """The header and what it includes itself: who uses a type may use what it is made of. An umbrella is as near as what it includes."""
    found, open_ = {header}, [header]
    while open_:
        at = open_.pop()
        for include in lib.direct.get(at, ()):
            if include.name in lib.headers and include.name not in found:
                found.add(include.name)
                if is_umbrella(lib, at) or is_umbrella(lib, include.name):
                    open_.append(include.name)
    return found


def used_names(lib, text):
    """The types and functions of the library that the text surely uses: a name that is also a variable, parameter or member here is left out."""
    text = re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", "", text, flags=re.M)
    words = WORD.findall(text)
    candidates, local = set(), set()
    for i, word in enumerate(words):
        if word not in lib.of:
            continue
        before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
        if before in (".", "->", "~", "enum", "namespace") or (before == "::" and (i < 2 or not is_space(lib, words[i - 2]))):
            continue
        if is_name(before) and before not in KEYWORDS - {"auto", "int", "bool", "double", "char", "long", "unsigned", "const"} or before in ("&", "*", ">", ">>"):
            if after in (";", "=", ",", ")", "{", "(", ":", "["):
                local.add(word)
                continue
        if before == "::" or after == "::" or is_name(after) and after not in KEYWORDS or after in ("&", "const", "{", ">") or (after == "(" and not before == ","):
            candidates.add(word)
    return candidates - local


def is_name(word):
    return bool(re.match(r"[A-Za-z_]", word))


def is_space(lib, word):
    return word in {"codecision", "cod", "detail", "io", "power", "procedure", "simulate", "rules", "wording", "citations", "big", "literals", "group"}


def check(root):
    lib, findings = library(root), []
    for name in lib.headers:
        included = {include.name for include in lib.direct[name]}
        findings += check_std(name, lib.code[name], included)
        findings += check_boost(name, lib.code[name], included, lib.outside(name))
        findings += check_own(lib, name)
    return findings


@functools.lru_cache(maxsize=None)
def library_of(root):
    return library(root)


# What a standard header brings along in every implementation, because its functions need it.
STD_BRINGS = {"iostream": "ios istream ostream string string_view", "sstream": "istream ostream ios string", "fstream": "istream ostream ios string",
              "vector": "initializer_list", "string": "string_view initializer_list", "array": "cstddef", "map": "utility", "unordered_map": "utility"}


def missing_includes(text, root=ROOT):
    """What a program names and cannot reach through its #include lines, at any distance: a list of sentences, empty when all is well."""
    lib = library_of(str(root))
    included = re.findall(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', text, re.M)
    body, findings = code(text), []
    ours = set().union(*(lib.reach(name) for name in included if name in lib.headers))
    others = {name for name in included if name not in lib.headers}.union(*(lib.outside(name) for name in ours))
    others |= {more for name in list(others) for more in STD_BRINGS.get(name, "").split()}
    declares = {word for _, word in declared(text)}
    aliases = dict(re.findall(r"\bnamespace\s+(\w+)\s*=\s*(?:::)?([\w:]+)", body))
    for path in sorted(set(re.findall(r"\b((?:\w+::)+\w+)", body))):
        findings += missing_of(lib, path, ours, aliases)
    open_spaces = re.findall(r"\busing\s+namespace\s+([\w:]+)", body)
    if any(expand(space, aliases) == "codecision" for space in open_spaces):
        for word in sorted(used_names(lib, body) - declares):
            if not {header for _, header in lib.of[word]} & ours and any(space == "codecision" for space, _ in lib.of[word]):
                findings.append(f"{word} is declared in <{'> or <'.join(sorted(header for _, header in lib.of[word]))}>, which nothing includes")
    for word in sorted(std_names(body)):
        if word in STD_HEADERS and not STD_HEADERS[word] & others:
            findings.append(f"std::{word} is declared in <{'> or <'.join(sorted(STD_HEADERS[word]))}>, which nothing includes")
    for suffix, header in LITERALS.items():
        if re.search(rf'""{suffix}\b', body) and f"codecision/core/{header}.hpp" not in ours:
            findings.append(f'"..."{suffix} is declared in <codecision/core/{header}.hpp>, which nothing includes')
    for word, header in sorted(boost_names(body).items()):
        if header and header not in others:
            findings.append(f"{word} is declared in <{header}>, which nothing includes")
    return findings


def expand(path, aliases):
    first, _, rest = path.partition("::")
    return (aliases.get(first, first) + ("::" + rest if rest else ""))


def missing_of(lib, path, ours, aliases):
    """The first part of a path that is not a namespace must be declared in a header that is reached."""
    parts = expand(path, aliases).split("::")
    if parts[0] != "codecision":
        return []
    for depth in range(1, len(parts)):
        space, word = "::".join(parts[:depth]), parts[depth]
        places = {header for where, header in lib.of.get(word, ()) if where == space or where == space + "::literals"}
        if places:
            return [] if places & ours else [f"{path} is declared in <{'> or <'.join(sorted(places))}>, which nothing includes"]
    return []


if __name__ == "__main__":
    if "--index" in sys.argv:
        index = library(sys.argv[1]).of
        print("\n".join(f"{name}: {', '.join(sorted(space + ' in ' + header for space, header in places))}" for name, places in sorted(index.items())))
        sys.exit(0)
    sys.exit(tree.report(check(sys.argv[1])))
