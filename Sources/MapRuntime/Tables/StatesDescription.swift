/// The states of a document, its statuses and what may follow what (R K-1 to K-6).
public struct StatesDescription: Hashable, Sendable {
  public struct State: Hashable, Sendable {
    public let name: String
    public let value: Int32
    public let statuses: [FieldDescription.Option]
    public let next: [String]
    public let isLocked: Bool

    public init(
      _ name: String, _ value: Int32, statuses: [FieldDescription.Option], next: [String] = [],
      locked: Bool = false
    ) {
      self.name = name
      self.value = value
      self.statuses = statuses
      self.next = next
      isLocked = locked
    }
  }

  public let field: String
  public let status: String
  public let values: [State]

  public init(field: String, status: String, values: [State]) {
    self.field = field
    self.status = status
    self.values = values
  }
}
