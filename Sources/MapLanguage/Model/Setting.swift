import MapRuntime
import MapSource

/// A value that `mapsync.yaml` gives and mappings name as `$name`.
public struct Setting: Sendable {
  public let name: Located<String>
  public let type: Located<FieldType>
  /// The names of an option setting.
  public let options: [Located<String>]
  public let refersTo: [Located<String>]
  /// The side of those tables.
  public let refersToSide: Side
  public let `default`: Located<Literal>?
}
