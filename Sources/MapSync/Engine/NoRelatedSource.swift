import MapRuntime

/// Finds no related record.
struct NoRelatedSource: RelatedSource {
  mutating func record<Record: TableRecord>(_ place: Int, as type: Record.Type) -> Record? { nil }
}
