/// A record that a scenario states, with all its values known.
public struct StatedValues: Hashable, Sendable {
  public let record: RecordAddress
  public let values: [FieldValue]

  public init(_ record: RecordAddress, _ values: [FieldValue]) {
    self.record = record
    self.values = values
  }
}
