import MapRuntime

/// Keys that are made for the new records of a direction, whatever is there already: the target is
/// asked which numbers are free, and who takes one meanwhile only makes us ask again (R C-38).
struct GeneratedKeys: Sendable {
  /// How often a record whose key was taken meanwhile gets another one.
  private static let tries = 3

  private struct Series: Sendable {
    let series: KeySeries
    let column: Int
    let type: FieldType
    /// The greatest number whose key fits in the field.
    let last: Int

    /// The key of a number as the field holds it.
    func key(_ number: Int) -> Value {
      let key = series.key(number)
      if case .code = type { return .text(Code.normalized(key)) }
      return .text(key)
    }

    /// Texts compare without case.
    static func folded(_ value: Value) -> Value {
      value.text.map { .text(TextCase.upper($0)) } ?? value
    }
  }

  private let mapping: String
  private let table: RecordTable
  private let series: [Series]
  /// The greatest number of which every key fits.
  private let last: Int
  private let store: any SystemStore
  private let state: any StateStore

  /// Nil for a direction that makes no keys.
  init?(
    _ integration: Integration, _ mapping: String, _ table: RecordTable, _ series: [KeySeries]
  ) {
    self.series = series.compactMap { series in
      table.column(series.field).map { column in
        let type = table.columns[column].type
        return Series(
          series: series, column: column, type: type, last: series.last(in: type.length))
      }
    }
    guard let last = self.series.map(\.last).min() else { return nil }
    self.last = last
    self.mapping = mapping
    self.table = table
    store = integration.store(table.side)
    state = integration.state
  }

  /// Why a record gets no key.
  var end: String {
    let patterns = series.map { "'\($0.series.pattern)'" }.joined(separator: " and ")
    return "every key \(patterns) that fits is taken; give the pattern in the mapping another text"
  }

  /// So many numbers whose keys are free, in ascending order as long as the series goes on; fewer
  /// where it ends.
  ///
  /// - Parameter areUsed: False for a look at them only.
  func numbers(_ count: Int, areUsed: Bool) async throws(StoreFailure) -> [Int] {
    guard count > 0 else { return [] }
    let known = min(try await state.lastNumber(mapping), last)
    var numbers = known < last ? try await free(count, in: known + 1...last) : []
    if numbers.count < count, known > 0 {
      // At its end, what earlier records left open.
      numbers += try await free(count - numbers.count, in: 1...known)
    }
    if areUsed, let greatest = numbers.max(), greatest > known {
      try await state.noteNumber(greatest, mapping)
    }
    return numbers
  }

  /// Creates records; those whose key somebody took since are created with another one.
  func created<Record: TableRecord>(
    _ news: [NewRecord<Record>],
    _ create: ([NewRecord<Record>]) async throws(StoreFailure) -> [WriteResult]
  ) async throws(StoreFailure) -> [WriteResult] {
    var results = try await create(news)
    for _ in 1...Self.tries {
      let refused = results.indices.filter { results[$0].isRefused }
      let taken = try await taken(refused.map { news[$0] })
      let again = zip(refused, taken).filter(\.1).map(\.0)
      guard !again.isEmpty else { break }
      let numbers = try await numbers(again.count, areUsed: true)
      let changed = zip(again, numbers).map { (index: $0, new: renumbered(news[$0], $1)) }
      guard !changed.isEmpty else { break }
      for (changed, result) in zip(changed, try await create(changed.map(\.new))) {
        results[changed.index] = result
      }
    }
    return results
  }

  /// The first free numbers of a range, asked for in parts that grow while they are all taken.
  private func free(
    _ count: Int, in range: ClosedRange<Int>
  ) async throws(StoreFailure) -> [Int] {
    var found: [Int] = []
    var first = range.lowerBound
    var part = min(max(count, 16), store.batchSize)
    while found.count < count, first <= range.upperBound {
      let end = min(first + part - 1, range.upperBound)
      let taken = try await takenNumbers(first...end)
      found += (first...end).filter { !taken.contains($0) }.prefix(count - found.count)
      first = end + 1
      part = min(part * 4, store.batchSize)
    }
    return found
  }

  private func takenNumbers(
    _ range: ClosedRange<Int>
  ) async throws(StoreFailure) -> Set<Int> {
    var taken: Set<Int> = []
    for series in series {
      let keys = range.map(series.key)
      let numbers = Dictionary(zip(keys.map(Series.folded), range)) { first, _ in first }
      let field = series.series.field
      let rows = try await store.rows(
        of: table.name, [field], matching: [field], values: keys.map { [$0] })
      taken.formUnion(rows.compactMap { numbers[Series.folded($0.values[0])] })
    }
    return taken
  }

  /// Whether each new record has a key that another one has.
  private func taken<Record: TableRecord>(
    _ news: [NewRecord<Record>]
  ) async throws(StoreFailure) -> [Bool] {
    guard !news.isEmpty else { return [] }
    var taken = news.map { _ in false }
    for series in series {
      let keys = news.map { Series.folded(RecordValues(of: $0.record)[series.column]) }
      let field = series.series.field
      let rows = try await store.rows(
        of: table.name, [field], matching: [field], values: Set(keys).map { [$0] })
      for row in rows {
        let key = Series.folded(row.values[0])
        for index in news.indices where keys[index] == key && news[index].id != row.id {
          taken[index] = true
        }
      }
    }
    return taken
  }

  private func renumbered<Record: TableRecord>(
    _ new: NewRecord<Record>, _ number: Int
  ) -> NewRecord<Record> {
    var row = RecordValues(of: new.record)
    for series in series { row[series.column] = series.key(number) }
    return NewRecord(
      id: new.id, record: Record(reading: row), columns: new.columns, company: new.company,
      unvalidated: new.unvalidated)
  }
}

extension WriteResult {
  fileprivate var isRefused: Bool { if case .refused = self { true } else { false } }
}

extension FieldType {
  /// The UTF-16 units that a text of the type may have; nil without a limit.
  fileprivate var length: Int? {
    switch self {
    case .code(let length): length
    case .text(let length), .memo(let length): length
    case .integer, .bigInteger, .decimal, .money, .boolean, .date, .dateTime, .guid, .option,
      .lookup:
      nil
    }
  }
}
