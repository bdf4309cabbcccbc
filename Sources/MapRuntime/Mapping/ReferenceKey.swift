/// A reference of one record, before its coupling is looked up.
@frozen
public enum ReferenceKey: Hashable, Sendable {
  case empty
  /// The BC record's key, its fields in order.
  case bc(route: Int, key: [String])
  case sales(Lookup)
  case option(OptionValue)
}
