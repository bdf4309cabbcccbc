import MapKeys

/// The keys of a record that `mapc try` reads: a test without name, direction and expectation.
enum TriedRecordKey: String, KeySet {
  case features
  case settings
  case now
  case functions
  case coupled
  case related
  case before
  case bc
  case sales

  static let title = "a record to try"
  static let index = KeyIndex<Self>()

  var rule: KeyRule { (TestKey(rawValue: rawValue) ?? .bc).rule }
}
