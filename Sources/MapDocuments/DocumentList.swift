import MapRuntime
import MapSync

/// The documents that a mapping takes in, and how far each has come: what waits, for what, and why.
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
    /// Is coupled with a record that is gone (R O-20).
    case lost
  }

  public struct Line: Sendable {
    public let id: Guid
    public let name: String
    public let standing: Standing
    /// What it waits for or what is wrong; the key of its counterpart where it has one.
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
    guard let direction = Self.direction(mapping) else { return [] }
    switch direction {
    case .toBC: return try await salesLines(mapping.type, withTaken, limit)
    case .toSales: return try await bcLines(mapping.type, withTaken, limit)
    }
  }

  private func salesLines<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ withTaken: Bool, _ limit: Int
  ) async throws(StoreFailure) -> [Line] {
    var condition = Mapping.filter(.sales, integration.run)
    if let states = mapping.document?.states {
      condition.clauses += states.condition([.takeIn]).clauses
    }
    return try await lines(
      ToBC<Mapping>.self, condition, withTaken, limit, Mapping.BCRecord.self)
  }

  private func bcLines<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ withTaken: Bool, _ limit: Int
  ) async throws(StoreFailure) -> [Line] {
    try await lines(
      ToSales<Mapping>.self, Mapping.filter(.bc, integration.run), withTaken, limit,
      Mapping.SalesRecord.self)
  }

  private func lines<Way: OneWay, Target: TableRecord>(
    _ way: Way.Type, _ condition: RowCondition, _ withTaken: Bool, _ limit: Int,
    _ target: Target.Type
  ) async throws(StoreFailure) -> [Line] {
    let (source, other) = (Way.direction.source, Way.direction.target)
    let store = integration.store(source)
    var after: Guid?
    var found: [Line] = []
    while found.count < limit {
      let page = try await store.records(
        Way.Source.self, RecordQuery(condition), after: after, limit: store.batchSize)
      guard let last = page.last else { break }
      after = last.id
      let ids = page.map(\.id)
      let couplings = try await integration.state.couplings(mapping.pair, source, ids: ids)
      let partners = try await integration.store(other).records(
        Target.self, ids: couplings.compactMap { $0?.id(other) })
      let there = Dictionary(
        partners.map { ($0.id, RecordName.of($0.record, id: $0.id)) }
      ) { first, _ in first }
      let entries = try await integration.state.entries(mapping.name, Way.direction, ids: ids)
      let noted = Dictionary(entries.map { ($0.sourceID, $0) }) { first, _ in first }
      for (record, coupling) in zip(page, couplings) where found.count < limit {
        let name = RecordName.of(record.record, id: record.id)
        var (standing, message) = standing(
          coupling.map { there[$0.id(other)] }, noted[record.id])
        if standing == .taken, isWonAnew(record, coupling) {
          (standing, message) = (.ready, "is won, and what follows is still to be done")
        }
        if standing == .taken && !withTaken { continue }
        found.append(Line(id: record.id, name: name, standing: standing, message: message))
      }
    }
    return found
  }

  /// Whether a quote was won since it was last seen (R G-6).
  private func isWonAnew<Source: TableRecord>(
    _ record: StoredRecord<Source>, _ coupling: Coupling?
  ) -> Bool {
    guard let won = mapping.document?.won, let coupling,
      let column = mapping.document?.states.flatMap({ Source.table.column($0.field) })
    else { return false }
    return RecordValues(of: record.record)[column] == .option(won.state.state)
      && coupling.version(.sales) != record.version.number
  }

  /// - Parameter partner: nil for an uncoupled document, nil inside for a partner that is gone.
  private func standing(_ partner: String??, _ entry: Entry?) -> (Standing, String) {
    if let entry, entry.kind == .failed || entry.kind == .skipped {
      return (.failed, entry.message)
    }
    guard let partner else {
      guard let entry, entry.kind == .held else { return (.ready, "") }
      return (.waiting, entry.message)
    }
    guard let partner else {
      return (
        .lost,
        "its document is gone; 'mapsync uncouple \(mapping.name)' lets it be taken in again"
      )
    }
    // It is there, and something that follows waits still.
    if let entry, entry.kind.waits { return (.waiting, entry.message) }
    return (.taken, partner)
  }
}
