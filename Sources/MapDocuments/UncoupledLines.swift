import MapRuntime
import MapSync

/// A document of which a direction has to say which lines belong together.
struct UncoupledLines<Way: OneWay, Lines: OneWay> {
  let row: PageRow<Way>
  let sources: [StoredRecord<Lines.Source>]
  var targets: [StoredRecord<Lines.Target>]
}

/// Documents that are coupled while none of their lines is: somebody coupled them by hand, or they were
/// taken in while only one side worked on them. Lines that sell the same in the same order belong
/// together; otherwise each would be made once more on the other side (R F-5).
extension HeaderPage {
  func pairLines(
    _ documents: [UncoupledLines<Way, Lines>], _ page: Page<Way>
  ) async throws(StoreFailure) {
    let run = part.lines
    let bare = try await withoutCouplings(documents)
    guard !bare.isEmpty else { return }
    let parents = bare.flatMap { document in document.sources.map { _ in parent(of: document.row) }
    }
    let converted = try await ConvertedPage(
      PlannedPage(run, bare.flatMap(\.sources), PageTask(parents: parents))
    ).page.rows
    var couplings: [Coupling] = []
    var first = 0
    for document in bare {
      let own = converted[first..<first + document.sources.count]
      first += document.sources.count
      let wanted = own.compactMap(\.result)
      // What cannot be converted is told with the document.
      guard wanted.count == own.count else { continue }
      if sellTheSame(wanted, document.targets.map(\.record)) {
        couplings += zip(document.sources, document.targets).map { coupling(of: $0, $1) }
      } else {
        page.fail(
          document.row,
          "is coupled, and none of its lines is; as those of the two sides do not sell the same in the "
            + "same order, couple each with 'mapsync couple \(CommandWord.of(run.mapping.name))' and its two lines, or "
            + "make the lines alike")
      }
    }
    try await couple(couplings)
  }

  /// The documents that have lines on both sides and couplings of none, with their lines in their order.
  private func withoutCouplings(
    _ documents: [UncoupledLines<Way, Lines>]
  ) async throws(StoreFailure) -> [UncoupledLines<Way, Lines>] {
    let run = part.lines
    let filter = Lines.Mapping.filter(Lines.direction.target, run.values)
    var bare: [UncoupledLines<Way, Lines>] = []
    for var document in documents {
      document.targets = ordered(
        document.targets.filter {
          filter.holds(RecordValues(of: $0.record), in: Lines.Target.table)
        })
      if !document.sources.isEmpty, !document.targets.isEmpty { bare.append(document) }
    }
    guard !bare.isEmpty else { return [] }
    let source = Way.direction.source
    let target = Way.direction.target
    let known = try await run.integration.state.couplings(
      run.mapping.pair, source, ids: bare.flatMap { $0.sources.map(\.id) })
    let others = try await run.integration.state.couplings(
      run.mapping.pair, target, ids: bare.flatMap { $0.targets.map(\.id) })
    let coupled = Set(known.compactMap { $0?.id(source) })
      .union(others.compactMap { $0?.id(target) })
      .union(foreseen.values.flatMap { [$0.id(source), $0.id(target)] })
    return bare.filter { document in
      !document.sources.contains { coupled.contains($0.id) }
        && !document.targets.contains { coupled.contains($0.id) }
    }
  }

  /// In the order in which people see them: as the mapping says, else by the last part of their keys.
  private func ordered(
    _ lines: [StoredRecord<Lines.Target>]
  ) -> [StoredRecord<Lines.Target>] {
    let column = part.line?.orderBy.flatMap { Lines.Target.table.column($0) }
    return lines.map { line in
      let place =
        column.map { line.record.value(of: $0).integer }
        ?? RecordKey.parts(line.record.key).last.flatMap { Int64($0) }
      return (place ?? .max, line)
    }.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }

  /// Whether lines refer to the same products and units, one by one.
  private func sellTheSame(_ wanted: [Lines.Target], _ there: [Lines.Target]) -> Bool {
    guard wanted.count == there.count else { return false }
    let slots = Lines.Mapping.slots(Lines.direction.reversed)
    return zip(wanted, there).allSatisfy { wanted, there in
      var ours: [ReferenceKey] = []
      var theirs: [ReferenceKey] = []
      Lines.references(back: wanted, to: &ours)
      Lines.references(back: there, to: &theirs)
      return slots.indices.allSatisfy { slots[$0].isParent || ours[$0] == theirs[$0] }
    }
  }
}
