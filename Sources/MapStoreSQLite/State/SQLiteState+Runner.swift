import EmbeddedSystems
import MapSync

extension SQLiteState {
  /// The right to run under a name, for one process at a time; nil while another has it. The
  /// operating system takes it back from a process that ends, however it ends.
  public func acquireRunner(_ name: String) throws(StoreFailure) -> RunnerLock? {
    guard let descriptor = RunnerLock.open(lockFile(of: name)) else {
      throw StateFault.readOnly(path)
    }
    return RunnerLock(name: name, descriptor: descriptor)
  }

  /// Whether a process has the right to run under a name now.
  public func isRunning(_ name: String) -> Bool { RunnerLock.isHeld(lockFile(of: name)) }

  /// Who last had the right to run under a name.
  func signature(ofRunner name: String) throws(StoreFailure) -> Int64? {
    guard let descriptor = RunnerLock.open(lockFile(of: name)) else {
      throw StateFault.readOnly(path)
    }
    return RunnerLock.signature(closing: descriptor)
  }

  /// One state has one lock, by whatever name it is opened.
  private func lockFile(of name: String) -> String {
    "\(FilePlace.realPath(path)).\(Self.fileName(of: name)).lock"
  }

  /// Letters, digits and hyphens as they are, other bytes by number: a file name for each name.
  private static func fileName(of name: String) -> String {
    name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        String(Unicode.Scalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }
}
