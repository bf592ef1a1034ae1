// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import AltTextReports
internal import ArgumentParser

/// The `alttext` command.
@main
struct AltTextCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alttext",
        abstract: "Gives every image of a built static site a text alternative.",
        discussion: """
            Finds each <img> without alt exactly as a browser would, asks ModelsLab for a caption only where a description \
            is the right answer, never pays twice for an image, and changes nothing of a page but the attribute it adds.

            EXAMPLES
              alttext init                         write a configuration that fits the site
              alttext audit public                 what is missing, and where
              alttext diff public                  what would be written, as a patch
              alttext fix public --offline         write what the catalog and the site itself know
              MODELSLAB_API_KEY=… alttext caption public --site-url https://example.org/

            Every option can be set in alttext.yml, which alttext init writes, and in the environment: \
            ALTTEXT_SITE_URL for --site-url. The key comes from MODELSLAB_API_KEY or --api-key-file, never from \
            an option's value.

            EXIT STATUS
              0  done, nothing at or above --fail-on is left
              1  done, findings are left
              2  could not do the job: unreadable input, broken configuration, key refused, no credit, no pages
              3  incomplete: some images failed, a limit was reached or the run was interrupted; what was finished is saved
              64 wrong usage
            """,
        version: Product.version,
        subcommands: [Audit.self, Caption.self, Diff.self, Fix.self, Catalog.self, Init.self]
    )

    /// Runs the command, and ends it at an interruption.
    static func main() async {
        letWritesFail()
        let run = Task { await parseAndRun() }
        Interruption.listen { run.cancel() }
        await run.value
    }

    /// Runs the command and turns what it throws into a message and an exit status.
    private static func parseAndRun() async {
        var parsed: any ParsableCommand.Type = self
        do {
            var command = try parseAsRoot()
            parsed = type(of: command)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            exit(withError: status.code)
        } catch is CancellationError {
            exit(withError: ExitStatus.incomplete.code)
        } catch  where isOurs(error) {
            Console.standardError.tell(message(for: error))
            exit(withError: ExitStatus.failure.code)
        } catch {
            // The command that was meant shows its own usage.
            guard parsed.exitCode(for: error) != .success else { parsed.exit(withError: error) }
            let error = misspelling(in: Array(CommandLine.arguments.dropFirst())) ?? error
            Console.standardError.write(TerminalText.escaped(lines: parsed.fullMessage(for: error)) + "\n")
            exit(withError: parsed.exitCode(for: error))
        }
    }

    /// Whether an error is about the job, not about the command line.
    private static func isOurs(_ error: any Error) -> Bool {
        exitCode(for: error) == .failure
    }
}
