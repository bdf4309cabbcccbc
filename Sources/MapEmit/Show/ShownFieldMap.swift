/// A field map as compiled.
public struct ShownFieldMap: Sendable, Encodable {
  public let bc: String?
  public let bcType: String?
  public let sales: String?
  public let salesType: String?
  /// `both`, `to-sales` or `to-bc`.
  public let direction: String
  public let enabled: Bool
  /// What stands in place of one side's field, as its author wrote it.
  public let source: String?
  /// The mappings that translate the reference.
  public let through: [String]
  /// Lookups that lead on to the referred record, as `contact.parentcustomerid`.
  public let follow: [String]
  /// The number of the block that is written only where any of it is filled; missing outside one.
  public let together: Int?
  public let transforms: [String: [String]]
  /// Steps that lose what nobody can give back: on the way back the value goes as it stands.
  public let settles: [String]
  public let values: String?
  public let answers: [Answer]
  public let lengths: [ShownLength]
  public let because: String?
  public let place: GraphPlace
}
