/// A row of a store, read by the position of its columns; nil is null.
public protocol RecordReader {
  func text(_ column: Int) -> String?
  func integer(_ column: Int) -> Int64?
  func decimal(_ column: Int) -> DecimalValue?
  func boolean(_ column: Int) -> Bool?
  func date(_ column: Int) -> DateValue?
  func dateTime(_ column: Int) -> DateTimeValue?
  func guid(_ column: Int) -> Guid?
  func option(_ column: Int) -> OptionValue?
  func lookup(_ column: Int) -> Lookup?
}
