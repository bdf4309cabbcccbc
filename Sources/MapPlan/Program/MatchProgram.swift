import MapRuntime

/// A pair of fields that must agree where records are matched (F4).
public struct MatchProgram: Sendable {
  /// Where the value for the Sales side comes from.
  public enum Source: Sendable {
    /// A reference by its slot towards Sales.
    case reference(slot: Int, emptyMeansLocalCurrency: Bool)
    /// What a field map makes of its source.
    case value(ValueProgram, FieldType, isCut: Bool)
    /// A reference or a related record that no way leads to: the mapping never goes to Sales.
    case unknown
  }

  /// The fields' places in their tables.
  public let bc: Int
  public let sales: Int
  public let salesType: FieldType
  public let isCaseSensitive: Bool
  public let source: Source
}
