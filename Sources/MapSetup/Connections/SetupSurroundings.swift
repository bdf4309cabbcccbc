/// What a setup needs from outside its file: the environment, and the files that hold secrets.
public struct SetupSurroundings: Sendable {
  /// The value of an environment variable.
  public let variable: @Sendable (String) -> String?
  /// The permission bits of a file; nil where there is none.
  public let mode: @Sendable (String) -> UInt32?
  /// What a file holds.
  public let text: @Sendable (String) -> String?

  /// What may be done with a file or a folder; nil where there is none.
  public let rights: @Sendable (String) -> FileRights?

  public init(
    variable: @escaping @Sendable (String) -> String?,
    mode: @escaping @Sendable (String) -> UInt32?,
    text: @escaping @Sendable (String) -> String?,
    rights: @escaping @Sendable (String) -> FileRights? = { _ in nil }
  ) {
    self.variable = variable
    self.mode = mode
    self.text = text
    self.rights = rights
  }

  /// The same for who only looks: a right to write that is missing is no problem.
  public var forReading: SetupSurroundings {
    let rights = rights
    return SetupSurroundings(
      variable: variable, mode: mode, text: text,
      rights: { path in
        rights(path).map {
          FileRights(isFolder: $0.isFolder, canRead: $0.canRead, canWrite: true)
        }
      })
  }

  /// A path as the setup's folder sees it.
  static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }
}
