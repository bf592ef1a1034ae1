// SPDX-License-Identifier: Apache-2.0

package import SystemPackage

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Names of files are bytes, which need not be valid UTF-8.
extension FilePath {
    /// A path from its bytes, which must not hold NUL.
    package init(bytes: some Sequence<UInt8>) {
        let string: [CInterop.PlatformChar] = bytes.map { CInterop.PlatformChar(bitPattern: $0) } + [0]
        self.init(platformString: string)
    }

    /// The bytes of the path, without the NUL that ends it on disk.
    package var bytes: [UInt8] {
        // The pointer is valid, and the string ends in NUL, for the length of the closure.
        unsafe withPlatformString { string in
            let length = unsafe strlen(string)
            return unsafe UnsafeBufferPointer(start: string, count: length).map { UInt8(bitPattern: $0) }
        }
    }

    /// The absolute path without symbolic links, `.` and `..`.
    ///
    /// Throws what `realpath` answers, `ENOENT` where nothing is there.
    package func resolvingLinks() throws(Errno) -> FilePath {
        let result: Result<FilePath, Errno> = unsafe withPlatformString { string in
            // `realpath` allocates the answer, and nobody else frees it.
            guard let resolved = unsafe realpath(string, nil) else { return .failure(Errno(rawValue: errno)) }
            defer { unsafe free(resolved) }
            return .success(unsafe FilePath(platformString: resolved))
        }
        return try result.get()
    }
}
