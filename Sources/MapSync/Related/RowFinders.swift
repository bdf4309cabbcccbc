import MapRuntime

/// Makes the finders of some queries: which type of record answers each is known only where generated
/// code asks for it, so that it is let ask once, and finds nothing.
struct RowFinders {
  private let queries: [RelatedQuery]
  private let source: RecordTable
  private let integration: Integration
  private var made: [Int: Result<any RowFinding, StoreFailure>] = [:]

  init(_ queries: [RelatedQuery], of source: RecordTable, _ integration: Integration) {
    self.queries = queries
    self.source = source
    self.integration = integration
  }

  /// The finders in the order of the queries.
  func all() throws(StoreFailure) -> [any RowFinding] {
    var all: [any RowFinding] = []
    for (place, query) in queries.enumerated() {
      guard let made = made[place] else {
        throw .unusable("the rows of '\(query.name)' are asked for by nothing")
      }
      all.append(try made.get())
    }
    return all
  }

  private mutating func make<Row: TableRecord>(_ place: Int, _ type: Row.Type) {
    guard queries.indices.contains(place) else { return }
    do throws(StoreFailure) {
      made[place] = .success(try RowFinder<Row>(queries[place], of: source, integration))
    } catch {
      made[place] = .failure(error)
    }
  }
}

extension RowFinders: RelatedSource {
  mutating func record<Record: TableRecord>(_ place: Int, as type: Record.Type) -> Record? {
    make(place, type)
    return nil
  }
}

extension RowFinders: FigureRows {
  mutating func records<Record: TableRecord>(_ place: Int, as type: Record.Type) -> [Record] {
    make(place, type)
    return []
  }
}
