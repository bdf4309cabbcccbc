import MapRuntime

/// A record of a page as the named rules see it: values by column.
struct RuleRow: Sendable {
  /// Its row in the page.
  let row: Int
  /// The target's id; nil before a new one is written.
  var targetID: Guid?
  let isNew: Bool
  let source: RecordValues
  /// What is there; of a new record what the system fills in.
  let stored: RecordValues
  /// What shall be there.
  var target: RecordValues
  /// Why the record fails, in a sentence without its subject.
  var failure: String?

  /// The record that a column names.
  func id(_ column: Int) -> Guid? { target[column].lookup?.id }

  /// Whether the record's column gets another value.
  func changes(_ column: Int) -> Bool { isNew || target[column] != stored[column] }
}
