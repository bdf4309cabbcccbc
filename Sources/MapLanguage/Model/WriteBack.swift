import MapSource

/// What is written to the record that the same record is coupled with in another mapping.
public struct WriteBack: Sendable {
  public let mapping: Located<String>
  public let set: [Assignment]
}
