/// Looks at a document of BC that the system has filled, before it is written. What it throws is
/// thrown, and nothing of the document stays.
public struct DocumentReview<Header: RowContent> {
  /// Looks at the header before it has lines: gives the one that is assigned instead, or nil where it
  /// is as it is wanted.
  let header: (FilledRow) throws -> DocumentRecord<Header>?
  /// Looks at header and lines, before freight and invoice discount come.
  let whole: (_ header: FilledRow, _ lines: [FilledRow]) throws -> Void

  public init(
    header: @escaping (FilledRow) throws -> DocumentRecord<Header>?,
    whole: @escaping (_ header: FilledRow, _ lines: [FilledRow]) throws -> Void
  ) {
    self.header = header
    self.whole = whole
  }
}
