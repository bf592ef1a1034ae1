// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs a shell script to its end, in places that cannot wait for `Program`: conditions of tests, and answers of a stand-in.
///
/// - Returns: Whether its status was 0.
func runShell(_ script: String) -> Bool {
    unsafe system(script) == 0
}
