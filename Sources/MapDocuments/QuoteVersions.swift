import MapRuntime
import MapSync

/// New versions of quotes: each comes in the place of an earlier one, or beside it, as its mapping
/// says (F24; R G-3, G-4).
extension HeaderPage {
  func findPredecessors(_ page: Page<Way>) async throws(StoreFailure) {
    guard Way.direction == .toBC, let versions = part.policy.versions,
      let same = Way.Source.table.column(versions.same),
      let number = Way.Source.table.column(versions.number)
    else { return }
    var news: [Version<Way>] = []
    for index in page.indices(.create) {
      let row = page.rows[index]
      let values = RecordValues(of: row.source.record)
      guard row.source.damage == nil, let number = values.integer(number), number > 0,
        !values[same].isEmpty
      else { continue }
      news.append(Version(row: row, same: values[same], number: number))
    }
    guard !news.isEmpty else { return }
    // The oldest takes the place; there is none for another one in this page.
    news.sort { ($0.number, $0.row.source.id) < ($1.number, $1.row.source.id) }
    let earlier = try await EarlierVersions(versions, part.policy.states, page.run)
      .find(news.map(\.same))
    var taken: Set<Guid> = []
    for new in news {
      guard let last = earlier[new.same]?.filter({ $0.number < new.number }).last,
        versions.then.contains(.new) || taken.insert(last.predecessor.coupling.bcID).inserted
      else { continue }
      if versions.then.contains(.archive) {
        archived[new.row.source.id] = last.predecessor.coupling.bcID
      }
      if versions.then.contains(.replace) { new.row.predecessor = last.predecessor }
    }
  }
}

/// A quote that is to be taken in and is not the first of its number.
private struct Version<Way: OneWay> {
  let row: PageRow<Way>
  let same: Value
  let number: Int64
}

/// The versions of quotes in whose place others have come in Sales, and that are in BC.
private struct EarlierVersions<Way: OneWay> {
  struct Found {
    let number: Int64
    let predecessor: Predecessor
  }

  private let versions: DocumentPolicy.Versions
  private let states: DocumentPolicy.States?
  private let run: DirectionRun<Way>

  init(
    _ versions: DocumentPolicy.Versions, _ states: DocumentPolicy.States?,
    _ run: DirectionRun<Way>
  ) {
    self.versions = versions
    self.states = states
    self.run = run
  }

  /// Those of some quotes, by what all their versions share, oldest first.
  func find(_ quotes: [Value]) async throws(StoreFailure) -> [Value: [Found]] {
    guard let states else { return [:] }
    let stored = try await run.source.rows(
      of: Way.Source.table.name,
      [versions.same, versions.number, states.field, states.status],
      matching: [versions.same], values: Set(quotes).map { [$0] })
    let earlier = stored.filter { row in
      row.values[2] == .option(versions.earlier.state)
        && versions.earlier.status.map { row.values[3] == .option($0) } ?? true
    }
    let couplings = try await run.integration.state.couplings(
      run.mapping.pair, Way.direction.source, ids: earlier.map(\.id))
    let documents = try await run.target.records(
      Way.Target.self, ids: couplings.compactMap { $0?.bcID })
    let versionsThere = Dictionary(documents.map { ($0.id, $0.version) }) { first, _ in first }
    var found: [Value: [Found]] = [:]
    for (row, coupling) in zip(earlier, couplings) {
      guard let coupling, let version = versionsThere[coupling.bcID],
        let number = row.values[1].integer
      else { continue }
      found[row.values[0], default: []].append(
        Found(number: number, predecessor: Predecessor(coupling, version)))
    }
    return found.mapValues { $0.sorted { $0.number < $1.number } }
  }
}
