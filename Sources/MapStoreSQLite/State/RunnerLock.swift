import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The right to run, which one process has at a time. The operating system takes it back when the
/// process ends, however it ends.
public final class RunnerLock: Sendable {
  public let name: String
  /// The file that is locked; nil once it is released.
  private let descriptor: Mutex<Int32?>

  /// Nil while somebody else holds the lock of the file.
  init?(name: String, descriptor: Int32) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.name = name
    self.descriptor = Mutex(descriptor)
  }

  /// Opens the file to be locked; nil where that is not allowed.
  static func open(_ path: String) -> Int32? {
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #else
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #endif
    return descriptor < 0 ? nil : descriptor
  }

  /// Whether somebody holds the lock of a file. Asks for no right to write it; of a file that this process
  /// may not read nobody can say.
  static func isHeld(_ path: String) -> Bool {
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  /// Says in the locked file who holds it.
  func sign(_ identity: Int64) {
    descriptor.withLock { descriptor in
      guard let descriptor else { return }
      withUnsafeBytes(of: identity.littleEndian) { bytes in
        _ = pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
      }
    }
  }

  /// Who last held the lock of an opened file, which is closed then; nil where nobody has signed.
  static func signature(closing descriptor: Int32) -> Int64? {
    defer { close(descriptor) }
    var identity: Int64 = 0
    let count = withUnsafeMutableBytes(of: &identity) { bytes in
      pread(descriptor, bytes.baseAddress, bytes.count, 0)
    }
    return count == MemoryLayout<Int64>.size ? Int64(littleEndian: identity) : nil
  }

  /// Gives the right back before the lock itself goes.
  public func release() {
    descriptor.withLock { descriptor in
      if let open = descriptor { close(open) }
      descriptor = nil
    }
  }

  deinit { release() }
}
