import MapRuntime
import MapSource

/// One line of a mapping: which field goes where, in which direction, changed how (F13).
public struct FieldMap: Sendable {
  public var bc: Located<String>?
  public var sales: Located<String>?
  /// What stands in place of one side's field.
  public var source: FieldSource?
  public var direction: Located<MappingDirection>?
  public var through: [Located<String>] = []
  /// A lookup to the table that is followed first: table and its field.
  public var follow: [(table: Located<String>, field: Located<String>)] = []
  public var values: ValueMap?
  public var transform: TransformChain?
  public var empty: Located<EmptyRule>?
  public var uncoupled: Located<Uncoupled>?
  public var tooLong: Located<TooLong>?
  public var tooPrecise: Located<TooPrecise>?
  public var tooLarge: Located<TooLarge>?
  public var onlyOn: Located<OnlyOn>?
  public var validate: Located<Bool>?
  public var condition = FeatureCondition.always
  public var isEnabled = true
  public var because: Located<String>?
  /// `order.customerid`: related records and their fields, of which the first that is filled must agree.
  public var sameAs: [(name: Located<String>, field: Located<String>)] = []
  /// The number of the `together` block that it belongs to.
  public var together: Int?
  public let span: Span
  /// False where a part of it could not be read, so that it is judged by nothing else.
  public var isWhole = true

  public init(span: Span) { self.span = span }

  /// The name that people know it by.
  public var title: String { sales?.value ?? bc?.value ?? "" }
}
