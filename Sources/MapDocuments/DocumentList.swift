import MapRuntime
import MapSync

/// The documents that a mapping takes in, and how far each has come: what waits, for what, and why. Each is
/// decided as the next run would decide it, by the same stages, and nothing is written: what a run noted
/// earlier counts only where nobody can know whether it still holds.
public struct DocumentList: Sendable {
  public enum Standing: String, Sendable {
    /// Nothing keeps it from being taken in.
    case ready
    /// Waits for another record.
    case waiting
    /// Cannot be taken in until a person mends something.
    case failed
    /// Is coupled with its counterpart.
    case taken
    /// Was taken in, and all of it is invoiced; Sales is still to be told.
    case posted
    /// Is coupled with a record that is gone (R O-20).
    case lost
  }

  public struct Line: Sendable {
    public let id: Guid
    /// The number by which people know the document.
    public let number: String
    /// What somebody called it besides; nil for one that has nothing but its number.
    public let name: String?
    public let standing: Standing
    /// What it waits for or what is wrong, and the way out; the key of its counterpart where it has one.
    public let message: String
  }

  private let integration: Integration
  private let mapping: BoundMapping

  public init(_ integration: Integration, _ mapping: BoundMapping) {
    self.integration = integration
    self.mapping = mapping
  }

  /// The direction in which a document mapping takes documents in; nil for one that does not.
  public static func direction(_ mapping: BoundMapping) -> Direction? {
    mapping.documentDirection
  }

  /// The documents after an id, in the order of ids; taken ones only where they are asked for.
  public func lines(
    withTaken: Bool, limit: Int
  ) async throws(StoreFailure) -> [Line] {
    try await Self.lines(mapping.type, self, .all(withTaken: withTaken, limit: limit))
  }

  /// Some documents, whatever their states, in the order of their ids.
  public func lines(of ids: [Guid]) async throws(StoreFailure) -> [Line] {
    try await Self.lines(mapping.type, self, .some(ids))
  }

  private static func lines<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ list: DocumentList, _ choice: Choice
  ) async throws(StoreFailure) -> [Line] {
    switch direction(list.mapping) {
    case .toBC:
      let way = try await ListedDocuments<ToBC<Mapping>>(list.integration, list.mapping)
      return try await way.lines(choice)
    case .toSales:
      let way = try await ListedDocuments<ToSales<Mapping>>(list.integration, list.mapping)
      return try await way.lines(choice)
    case nil: return []
    }
  }

  /// Which documents are asked for.
  enum Choice {
    case all(withTaken: Bool, limit: Int)
    case some([Guid])
  }
}
