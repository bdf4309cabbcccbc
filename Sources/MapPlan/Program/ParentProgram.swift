import MapRuntime

/// The link of a line to its header (docs/language.md#mappings, `parent`): the last reference of
/// its direction.
public struct ParentProgram: Sendable {
  /// A part of the header's key, in its order.
  public struct Part: Sendable {
    /// The part's type in the header.
    public let type: FieldType
    /// The line's own field that holds it, by place; nil where the line says nothing of it.
    public let own: Int?
    /// The text of a part that every line of the table shares; '' where there is none.
    public let fixed: String
  }

  /// The rule's place, after the field maps.
  public let rule: Int
  public let mapping: String
  /// The Sales line's lookup to its header, by place.
  public let lookup: Int
  public let parts: [Part]

  /// The own fields that say whether a line names a header at all: texts, for a number or option
  /// is never empty in Business Central. None where all parts are such: then every line does.
  public var naming: [Int] {
    parts.compactMap { part in
      switch part.type {
      case .text, .code, .memo: part.own
      default: nil
      }
    }
  }
}
