import MapRuntime
import MapSync

/// A document as its mappings want it once the system has filled it: each record is converted again,
/// onto what is there then. What no field map writes stays as the system has it, and what one writes
/// counts, even where it is empty or 0 (R E-27, E-28). Of what was there, only what this direction
/// writes counts: another quantity makes BC price a line anew, and its price and discount stay those
/// that the Sales line has.
struct DocumentFilling<Way: OneWay, Lines: OneWay> {
  private let part: HeaderPart<Way, Lines>
  private let draft: DocumentDraft<Way, Lines>

  init(_ part: HeaderPart<Way, Lines>, _ draft: DocumentDraft<Way, Lines>) {
    self.part = part
    self.draft = draft
  }

  func revised(
    _ filled: FilledDocument<Way.Target, Lines.Target>
  ) -> Result<FilledDocument<Way.Target, Lines.Target>, RefusedDocument> {
    var revised = filled
    do throws(RecordRefusal) {
      if let conversion = draft.header.conversion {
        let wanted = try Way.convert(
          draft.header.source.record, onto: filled.header, conversion)
        revised.header =
          draft.there == nil
          ? wanted : draft.header.written(wanted, onto: filled.header)
      }
    } catch {
      return .failure(
        RefusedDocument(
          Explanation.of(
            error, Way.Mapping.self, draft.header.source.record, part.lines.integration)))
    }
    let written = draft.lines.indices.filter { draft.lines[$0].result != nil }
    for index in filled.lines.indices where written.indices.contains(index) {
      let row = draft.lines[written[index]]
      guard let conversion = row.conversion else { continue }
      do throws(RecordRefusal) {
        let wanted = try Lines.convert(
          row.source.record, onto: filled.lines[index], conversion)
        revised.lines[index] =
          row.fate == .create
          ? wanted : row.written(wanted, onto: filled.lines[index])
      } catch {
        return .failure(
          RefusedDocument(
            "line \(index + 1): "
              + Explanation.of(
                error, Lines.Mapping.self, row.source.record, part.lines.integration)))
      }
    }
    return .success(revised)
  }
}

extension PageRow {
  /// Of a record that is written again, what is wanted on what the system has filled: where this
  /// direction leaves a column to the other one, it stays as it is.
  fileprivate func written(
    _ wanted: Way.Target, onto filled: Way.Target
  ) -> Way.Target {
    guard let target, let result else { return filled }
    let left = result.changes(from: target.record).subtracting(changes)
    let columns = wanted.changes(from: filled).intersection(Way.Target.table.updatable).subtracting(
      left)
    var values = RecordValues(of: filled)
    let others = RecordValues(of: wanted)
    for column in Way.Target.table.columns.indices where columns.contains(column) {
      values[column] = others[column]
    }
    return Way.Target(reading: values)
  }
}

/// A document that is to be created: the row of its header, and those of its lines in their order.
struct DocumentDraft<Way: OneWay, Lines: OneWay> {
  let header: PageRow<Way>
  /// A new header as the system begins it.
  let fresh: Way.Target
  var lines: [PageRow<Lines>]
  var freight: NewFreight?
  var invoiceDiscount: DecimalValue?
  /// Of a document that is there, what it charges and takes off; nil for a new one.
  var charges: DocumentCharges?
  var notes: [NewNote]
  /// Of a document that is there, what becomes of the lines that it has; nil for a new one.
  var there: LinesThere<Lines>?
  /// The state in which a Sales document ends.
  var state: DocumentState?

  init(header: PageRow<Way>, fresh: Way.Target, lines: [PageRow<Lines>], notes: [NewNote]) {
    self.header = header
    self.fresh = fresh
    self.lines = lines
    self.notes = notes
  }
}

/// What BC has filled in goes back to Sales.
extension HeaderPage {
  /// Lets the next run to Sales look at documents of BC in which BC has filled what no change tells of:
  /// the numbers of lines, where nobody noted them (R F-7), and what it counts (R F-8). What Sales gives
  /// it gives at once.
  func takeUpBack(
    _ drafts: [DocumentDraft<Way, Lines>], _ why: String, _ page: Page<Way>
  ) async throws(StoreFailure) {
    guard Way.direction == .toBC, !drafts.isEmpty else { return }
    let run = page.run
    let back = Direction.toSales
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: back,
      at: run.integration.clock())
    outcome.entries = drafts.compactMap { draft in
      draft.header.coupling.map { coupling in
        Entry(
          mapping: run.mapping.name, direction: back, kind: .interrupted,
          sourceID: coupling.id(back.source),
          sourceName: run.integration.name(of: coupling.bcKey, in: run.mapping.pair.bc),
          targetID: coupling.id(back.target),
          message: "is looked at again: \(why)",
          job: run.job, at: outcome.at)
      }
    }
    try await run.integration.state.record(outcome)
  }

  /// The headers with the price lists that their mapping leaves to the runtime.
  func listed(
    _ headers: [NewRecord<Way.Target>], _ drafts: [DocumentDraft<Way, Lines>]
  ) async throws(StoreFailure) -> [Result<NewRecord<Way.Target>, RefusedDocument>] {
    guard let priceLists = part.priceLists else { return headers.map { .success($0) } }
    let listed = try await priceLists.listed(
      zip(headers, drafts).map { header, draft in
        PricedDocument(
          header: header.record,
          lines: draft.lines.compactMap { $0.result ?? $0.target?.record },
          list: draft.header.source.id.priced,
          number: RecordKey.parts(draft.header.source.record.key).last)
      })
    return zip(headers, listed).map { header, listed in
      listed.map { record in
        NewRecord(
          id: header.id, record: record,
          columns: header.columns.union(record.changes(from: header.record)),
          company: header.company, unvalidated: header.unvalidated, replaced: header.replaced)
      }
    }
  }
}
