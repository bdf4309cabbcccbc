/// Options stand among records under ids of their own.
extension Guid {
  private static let optionMark: UInt64 = 0x6f70_7469_6f6e_8000

  /// The id of an option.
  public init(option: OptionValue) {
    self.init(
      high: Self.optionMark, low: UInt64(UInt32(bitPattern: option.rawValue)))
  }

  /// The option that the id stands for.
  public var option: OptionValue? {
    guard high == Self.optionMark else { return nil }
    return OptionValue(Int32(bitPattern: UInt32(truncatingIfNeeded: low)))
  }
}
