/// The number of an option; systems add options while they run, so this is never a closed enum.
@frozen
public struct OptionValue: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int32

  @inlinable public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  @inlinable public init(_ number: Int32) {
    rawValue = number
  }
}

extension OptionValue: Comparable {
  @inlinable public static func < (left: OptionValue, right: OptionValue) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension OptionValue: CustomStringConvertible {
  public var description: String { String(rawValue) }
}
