// SPDX-License-Identifier: Apache-2.0

/// Ends the process where something does not hold, which libFuzzer takes for a finding.
///
/// Unlike `precondition` it tells what was wrong in a release build too.
public func require(_ condition: Bool, _ problem: @autoclosure () -> String) {
    guard condition else { fatalError(problem()) }
}
