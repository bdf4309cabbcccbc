import MapLanguage
import MapRuntime

/// What a field of a table holds where nothing was filled in.
public enum BlankValue {
  /// On the Sales side anything can be empty, and so can what is joined: where there is no row, it
  /// is empty whatever its type (docs/language.md#tables).
  public static func of(_ field: Field, on side: Side) -> Value {
    side == .sales || field.join != nil ? .empty : field.type.value.blank
  }
}
