import MapRuntime
import MapSource

/// Everything that a project's files say, before anything is checked across them.
public struct Model: Sendable {
  public var project: Project
  public var tables: [Table] = []
  public var mappings: [MappingFile] = []
  /// Names of files that could not be read: what refers to them is no finding.
  public var unreadable: Set<String> = []
  /// What files are named as that describe something of another name, by file.
  public var misnamed: [Int32: String] = [:]

  public init(project: Project) { self.project = project }
}
