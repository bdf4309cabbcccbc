/// What this process may do with a file or a folder.
public struct FileRights: Hashable, Sendable {
  public let isFolder: Bool
  public let canRead: Bool
  public let canWrite: Bool

  public init(isFolder: Bool, canRead: Bool, canWrite: Bool) {
    self.isFolder = isFolder
    self.canRead = canRead
    self.canWrite = canWrite
  }
}
