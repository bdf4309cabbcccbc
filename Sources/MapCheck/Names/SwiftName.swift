import MapLanguage
import MapRuntime
import MapSource

/// A name from a file as an identifier of the generated Swift: ASCII letters, digits and `_`, so
/// that nothing from YAML becomes code.
public struct SwiftName: Hashable, Sendable {
  /// The identifier without backticks; two names clash if it is the same.
  public let identifier: String

  /// As it stands in code: keywords in backticks. It is written more often than it is made.
  public let written: String

  /// As it stands before the colon of an argument, where every keyword but one is only a name.
  public var asLabel: String { identifier == "inout" ? written : identifier }

  /// A table's type: `Salesperson/Purchaser` is `SalespersonPurchaser`.
  public static func type(of table: Table) -> SwiftName {
    settled(table.swiftName) ?? SwiftName(type: NameWords.split(table.name.value))
  }

  /// A mapping's type: `ITEM-PRODUCT` is `ItemProduct`.
  public static func type(of mapping: Mapping) -> SwiftName {
    settled(mapping.swiftName)
      ?? SwiftName(type: NameWords.split(mapping.name.value).map(NameWords.softened))
  }

  /// A field's property: `Country/Region Code` is `countryRegionCode`. Logical names of Sales stay
  /// as they are.
  public static func member(of field: Field, on side: Side) -> SwiftName {
    if let settled = settled(field.swiftName) { return settled }
    let name = field.name.value
    if side == .sales, isIdentifier(name) { return SwiftName(safe: name) }
    let member = SwiftName(member: NameWords.split(name))
    // A record of Business Central has its business key under this name.
    return member.identifier == "key" ? SwiftName(safe: "key_") : member
  }

  /// An option's static member: `Sales Inventory` is `salesInventory`, ' ' is `blank`.
  public static func member(ofOption name: String) -> SwiftName {
    if name.utf8.allSatisfy({ $0 == 0x20 }) { return SwiftName(safe: "blank") }
    return SwiftName(member: NameWords.split(name))
  }

  /// Whether a text can be an identifier as it is.
  public static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, !isDigit(first), text != "_" else { return false }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x5F }
  }

  /// What `swift-name` says, where it can be an identifier.
  private static func settled(_ name: Located<String>?) -> SwiftName? {
    guard let name, isIdentifier(name.value) else { return nil }
    return SwiftName(safe: name.value)
  }

  private init(type words: [String]) {
    self.init(safe: NameWords.joined(words.map(NameWords.capitalized)))
  }

  private init(member words: [String]) {
    var words = words.map(NameWords.capitalized)
    if let first = words.first { words[0] = NameWords.lowered(first) }
    self.init(safe: NameWords.joined(words))
  }

  private init(safe name: String) {
    let identifier = SwiftReserved.contains(name) ? name + "_" : name
    self.identifier = identifier
    written = SwiftKeywords.all.contains(identifier) ? "`" + identifier + "`" : identifier
  }

  public static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  public static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
