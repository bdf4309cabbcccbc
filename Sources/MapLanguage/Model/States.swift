import MapSource

/// The states of a document, its statuses and what may follow what (R K-1 to K-6).
public struct States: Sendable {
  /// One state.
  public struct State: Sendable {
    public let name: Located<String>
    public let value: Int32
    public let statuses: [Field.Option]
    public let next: [Located<String>]
    public let isLocked: Bool
  }

  public let field: Located<String>
  public let status: Located<String>
  public let values: [State]

  public subscript(_ name: String) -> State? { values.first { $0.name.value == name } }
}
