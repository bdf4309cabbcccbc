import MapRuntime
import MapSync

/// Records in Sales that new documents refer to and that were deleted there. A coupling says nothing of
/// that, and Sales would refuse the document by its field alone (B7).
extension HeaderPage {
  /// What is to say of headers and lines that refer to such records, by their sources.
  func lostPartners(
    _ headers: [PageRow<Way>], _ lines: [PageRow<Lines>]
  ) async throws(StoreFailure) -> [Guid: String] {
    guard Way.direction == .toSales else { return [:] }
    var asked: [(source: Guid, lookups: [Lookup])] = []
    for row in headers where row.fate == .create {
      if let result = row.result { asked.append((row.source.id, lookups(result))) }
    }
    for row in lines where row.fate == .create {
      if let result = row.result { asked.append((row.source.id, lookups(result))) }
    }
    let gone = try await ReferredNames(
      Set(asked.flatMap(\.lookups)), part.lines.integration
    ).gone
    guard !gone.isEmpty else { return [:] }
    var sentences: [Lookup: String] = [:]
    for lookup in gone { sentences[lookup] = try await sentence(lookup) }
    var told: [Guid: String] = [:]
    for one in asked {
      told[one.source] = one.lookups.lazy.compactMap { sentences[$0] }.first
    }
    return told
  }

  /// What a new record refers to, but for the document that it is a line of.
  private func lookups<Record: TableRecord>(_ record: Record) -> [Lookup] {
    let values = RecordValues(of: record)
    return Record.table.columns.indices.compactMap { values[$0].lookup }
      .filter { $0.table != Way.Target.table.name }
  }

  /// What a record that is gone was the partner of, and the way out; nil where it was nobody's.
  private func sentence(_ lookup: Lookup) async throws(StoreFailure) -> String? {
    let integration = part.lines.integration
    for mapping in integration.mappings where mapping.pair.sales == lookup.table && mapping.isRun {
      guard
        let coupling = try await integration.state.couplings(
          mapping.pair, .sales, ids: [lookup.id])[0]
      else { continue }
      let name = integration.name(of: coupling.bcKey, in: mapping.pair.bc)
      let word = CommandWord.of(mapping.name)
      let restored =
        mapping.policy.creates.contains(.toSales)
        ? "'mapsync skipped \(word) --find-deleted --then restore' makes it again, " : ""
      return "needs '\(name)' of \(mapping.name), whose partner in Sales was deleted; \(restored)"
        + "'mapsync uncouple \(word) \(CommandWord.of(name))' forgets that one"
    }
    return nil
  }
}
