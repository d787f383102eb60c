# SPDX-License-Identifier: BSL-1.0
"""The recipe of Codecision for Conan 2. packaging/README.md has the commands."""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load
from conan.tools.layout import basic_layout

required_conan_version = ">=2.0"


class codecision(ConanFile):
    name = "codecision"
    description = "How the European Union makes law: members, rules, votes, dossiers. A header-only C++20 library."
    license = "BSL-1.0"
    topics = ("european-union", "council", "qualified-majority", "voting", "voting-power", "legislation", "header-only")
    package_type = "header-library"
    implements = ["auto_header_only"]
    settings = "os", "arch", "compiler", "build_type"
    options = {"with_json": [True, False]}
    default_options = {"with_json": True}
    exports_sources = "include/*", "LICENSE"
    no_copy_source = True

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "include", "codecision", "version.hpp"))
        self.version = self.version or re.search(r'version_text = "([^"]+)"', header)[1]

    def layout(self):
        basic_layout(self, src_folder=".")

    def requirements(self):
        self.requires("boost/[>=1.74 <2]", options={"header_only": True}, transitive_headers=True)
        if self.options.with_json:
            self.requires("nlohmann_json/[>=3.11 <4]", transitive_headers=True)

    def validate(self):
        check_min_cppstd(self, 20)

    def package(self):
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))
        copy(self, "*.hpp", src=os.path.join(self.source_folder, "include"), dst=os.path.join(self.package_folder, "include"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "codecision")
        self.cpp_info.set_property("cmake_target_name", "codecision::codecision")
        # As the CMake package of the install has it. From 1.0 on: SameMajorVersion.
        self.cpp_info.set_property("cmake_config_version_compat", "SameMinorVersion")
        self.cpp_info.set_property("pkg_config_name", "codecision")
        votes = self.cpp_info.components["votes"]
        votes.set_property("cmake_target_name", "codecision::votes")
        votes.requires = ["boost::headers"]
        everything = self.cpp_info.components["everything"]
        everything.set_property("cmake_target_name", "codecision::codecision")
        everything.requires = ["votes"] + (["nlohmann_json::nlohmann_json"] if self.options.with_json else [])
        for part in (votes, everything):
            part.bindirs = []
            part.libdirs = []
