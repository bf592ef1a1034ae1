/* SPDX-License-Identifier: Apache-2.0
 *
 * Empty on purpose: the C targets include libxml2's headers themselves, Swift code never does (Debian builds libxml2
 * with ICU, whose headers clash with Foundation's: swiftlang/swift-foundation-icu#93). The target is here for its flags.
 */
