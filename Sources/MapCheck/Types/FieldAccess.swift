import MapLanguage
import MapSource

/// Why a field cannot be written.
enum FieldAccess {
  /// In the author's words; nil for a field that takes what is written.
  static func refusal(of field: Field) -> String? {
    if field.join != nil { return "is read from another table" }
    if field.computed != nil, field.sets.isEmpty { return "is computed" }
    return field.access == .read ? "is read only" : nil
  }
}
