import ArgumentParser
@main struct AltTextCommand: ParsableCommand {}
