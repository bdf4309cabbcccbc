import MapSource

/// What must hold for a record: every field's test, and one of each `any`.
public struct RecordCondition: Sendable {
  public let fields: [FieldCondition]
  public let any: [[RecordCondition]]
  public let span: Span

  public var isEmpty: Bool { fields.isEmpty && any.isEmpty }

  /// Every field condition in it, those inside `any` too.
  public var allFields: [FieldCondition] {
    fields + any.flatMap { $0.flatMap(\.allFields) }
  }
}
