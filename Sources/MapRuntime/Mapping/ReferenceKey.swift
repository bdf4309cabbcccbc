/// A reference of one record, before its coupling is looked up.
@frozen
public enum ReferenceKey: Hashable, Sendable {
  /// The source refers to nothing.
  case empty
  /// A BC record by the text of its whole key (`RecordKey`), through one mapping of the slot.
  case bc(route: Int, key: String)
  /// A BC record of whichever mapping of the slot knows the key.
  case any(key: String)
  case sales(Lookup)
  case option(OptionValue)
  /// No mapping of the slot answers for the table that is meant.
  case unanswered
}
