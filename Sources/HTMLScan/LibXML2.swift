// SPDX-License-Identifier: Apache-2.0

internal import CHTMLScan

/// The libxml2 that is loaded.
public enum LibXML2 {
    /// The version as libxml2 counts it: 20914 is 2.9.14.
    public static var version: Int { Int(chtmlscan_libxml2_version()) }
}
