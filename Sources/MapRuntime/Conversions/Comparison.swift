/// Whether two values are the same to the field they are stored in; that decides what counts as a
/// change (R B-21). Texts are the same if their code points are, case included.
public enum Comparison {
  /// Compares in the target's type; texts only over `overLength` UTF-16 units, the shorter of the
  /// two fields, so that a text that was cut on arrival is no change.
  public static func same(
    _ left: Value, _ right: Value, as type: FieldType, overLength: Int? = nil
  ) -> Bool {
    switch (left, right, type) {
    case (.text(let left), .text(let right), .code):
      sameCode(left, right, overLength: overLength)
    case (.text(let left), .text(let right), _):
      sameText(left, right, overLength: overLength)
    default: normal(left, as: type) == normal(right, as: type)
    }
  }

  /// The same for texts and memos; nil is ''.
  @inlinable
  public static func sameText(
    _ left: String?, _ right: String?, overLength: Int? = nil
  ) -> Bool {
    let left = left ?? ""
    let right = right ?? ""
    if TextOrder.isSame(left, right) { return true }
    guard let length = overLength else { return false }
    return TextOrder.isSame(TextLength.cut(left, to: length), TextLength.cut(right, to: length))
  }

  /// The same for codes, trimmed and in upper case; nil is ''.
  @inlinable
  public static func sameCode(
    _ left: String?, _ right: String?, overLength: Int? = nil
  ) -> Bool {
    if left == right { return true }
    let left = Code.normalized(left ?? "")
    let right = Code.normalized(right ?? "")
    if left == right { return true }
    guard let length = overLength else { return false }
    // A cut may leave a space at the end.
    return Code.normalized(TextLength.cut(left, to: length))
      == Code.normalized(TextLength.cut(right, to: length))
  }

  /// One form for all values that are the same to a type.
  private static func normal(_ value: Value, as type: FieldType) -> Value {
    if value.isEmpty { return .empty }
    switch (value, type) {
    case (.text(let text), .code): return .of(text: Code.normalized(text))
    case (.integer(let number), _): return .decimal(Conversion.decimal(from: number))
    case (.dateTime(let moment), .date): return .date(moment.date)
    case (.date(let date), .dateTime): return .dateTime(Conversion.dateTime(from: date))
    default: return value
    }
  }
}
