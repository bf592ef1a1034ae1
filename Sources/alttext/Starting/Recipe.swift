// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// A file that brings alttext to a place where it runs by itself. Its text is one of the templates.
enum Recipe: String, CaseIterable, ExpressibleByArgument {
    case github, gitlab, make, schema
    case preCommit = "pre-commit"
    case prePush = "pre-push"

    /// Where the file goes, relative to the folder of the site's project.
    var path: String {
        switch self {
        case .github: ".github/workflows/alttext.yml"
        case .gitlab: ".gitlab/alttext.yml"
        case .make: "alttext.mk"
        case .schema: "alttext.schema.json"
        case .preCommit: ".pre-commit-config.yaml"
        case .prePush: ".githooks/pre-push"
        }
    }

    /// The template with the text of the file.
    var template: Template {
        switch self {
        case .github: Template(PackageResources.github_yml)
        case .gitlab: Template(PackageResources.gitlab_yml)
        case .make: Template(PackageResources.alttext_mk)
        case .schema: Template(PackageResources.alttext_schema_json)
        case .preCommit: Template(PackageResources.pre_commit_yaml)
        case .prePush: Template(PackageResources.pre_push_sh)
        }
    }

    /// Whether the file is run.
    var isExecutable: Bool { self == .prePush }

    /// What else has to be done; `nil` where that is nothing.
    var nextStep: String? {
        switch self {
        case .github: "It needs alttext on the PATH; its comments say where."
        case .gitlab: "Include it in .gitlab-ci.yml; its comments say how."
        case .make: "Put `include alttext.mk` into the Makefile."
        case .schema: nil
        case .preCommit: "Run `pre-commit install --hook-type pre-push`."
        case .prePush: "Run `git config core.hooksPath .githooks`."
        }
    }
}
