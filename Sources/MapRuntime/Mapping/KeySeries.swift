/// Keys that a mapping makes for new records of a direction: fixed text around a running number,
/// `DV{00000}` (R C-38).
public struct KeySeries: Hashable, Sendable {
  /// The most digits that a running number has.
  public static let digits = 18

  /// The target's field.
  public let field: String
  public let prefix: String
  /// The digits at least; a greater number has more.
  public let digits: Int
  public let suffix: String

  public init(_ field: String, prefix: String, digits: Int, suffix: String) {
    self.field = field
    self.prefix = prefix
    self.digits = digits
    self.suffix = suffix
  }

  /// The series as its mapping writes it.
  public var pattern: String { "\(prefix){\(String(repeating: "0", count: digits))}\(suffix)" }

  public func key(_ number: Int) -> String {
    Self.key(number, prefix: prefix, digits: digits, suffix: suffix)
  }

  /// The greatest number whose key fits in so many UTF-16 units; 0 where none does.
  public func last(in length: Int?) -> Int {
    let room = length.map { $0 - prefix.utf16.count - suffix.utf16.count } ?? Self.digits
    guard room >= digits else { return 0 }
    return (0..<min(room, Self.digits)).reduce(0) { number, _ in number * 10 + 9 }
  }

  static func key(_ number: Int, prefix: String, digits: Int, suffix: String) -> String {
    let number = String(number)
    let zeros = String(repeating: "0", count: max(0, digits - number.utf8.count))
    return prefix + zeros + number + suffix
  }
}
