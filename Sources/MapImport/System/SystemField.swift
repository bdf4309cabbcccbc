import MapLanguage
import MapRuntime

/// A field as a system describes it. What its description leaves open stays open: `$metadata` knows
/// no lengths of Dataverse's texts, and an API of Business Central cannot tell a code from a text.
public struct SystemField: Hashable, Sendable {
  /// A value of an option.
  public struct Option: Hashable, Sendable {
    public let name: String
    public let value: Int32
  }

  /// A table that a lookup may refer to, with its navigation property.
  public struct Target: Hashable, Sendable {
    public let table: String
    public let navigation: String
  }

  /// What it holds, as far as the system tells.
  public enum Kind: Hashable, Sendable {
    /// A text, a code or a memo; the system does not say which.
    case anyText(length: Int?)
    case text(length: Int?)
    case code(length: Int)
    case memo(length: Int?)
    /// A whole number that may be the number of an option.
    case integer(mayBeOption: Bool)
    case bigInteger
    /// A number with decimal places; nil where the system sets no limit.
    case decimal(places: Int?)
    case money
    case boolean
    case date
    /// A moment, of which the system may show the day alone.
    case dateTime(mayBeDate: Bool)
    case guid
    /// An option; nil where the system does not say its values.
    case option([Option]?)
    case lookup([Target])
  }

  /// As table files name it.
  public var name: String
  /// Its name in the API, where table files name it otherwise or need it.
  public var odata: String?
  public var kind: Kind
  public var access: Field.Access = .readWrite
  public var isRequired = false
  /// Whether the system fills it where nobody writes it.
  public var isFilled = false
  /// What it refers to in Business Central.
  public var reference: FieldReference?

  public init(name: String, odata: String? = nil, kind: Kind) {
    self.name = name
    self.odata = odata
    self.kind = kind
  }
}

/// The tables of Business Central that a field refers to.
public enum FieldReference: Hashable, Sendable {
  /// The other fields of the table's key, theirs and the own one.
  public struct KeyPair: Hashable, Sendable {
    public let theirs: String
    public let own: String
  }

  case table(String, keys: [KeyPair])
  /// The option field that picks the table, and each of its values with the table that it means.
  case picked(by: String, [Choice])

  public struct Choice: Hashable, Sendable {
    public let value: String
    public let table: String
  }
}

extension SystemField {
  /// The type that a new table file gives it.
  public var type: FieldType {
    switch kind {
    case .anyText(let length), .text(let length): .text(length: length)
    case .code(let length): .code(length: length)
    case .memo(let length): .memo(length: length)
    case .integer: .integer
    case .bigInteger: .bigInteger
    case .decimal(let places): .decimal(places: places ?? Self.usualPlaces)
    case .money: .money
    case .boolean: .boolean
    case .date: .date
    case .dateTime: .dateTime
    case .guid: .guid
    case .option: .option
    case .lookup: .lookup
    }
  }

  /// Quantities and unit amounts of Business Central have so many places; a system that sets no
  /// limit leaves it to people.
  private static let usualPlaces = 5

  /// The type that a table file should give it that has another one so far: the same where the
  /// system has nothing against it.
  public func type(insteadOf old: FieldType) -> FieldType {
    switch (kind, old) {
    case (.anyText(let length), .code(let said)): .code(length: length ?? said)
    case (.anyText(let length), .memo(let said)): .memo(length: length ?? said)
    case (.anyText(let length), .text(let said)): .text(length: length ?? said)
    // A memo without a length is one that nobody measured.
    case (.memo(let length), .memo(let said)): .memo(length: said == nil ? nil : length ?? said)
    case (.text(let length), .text(let said)): .text(length: length ?? said)
    case (.integer(mayBeOption: true), .option): .option
    case (.decimal(nil), .decimal), (.decimal(nil), .money): old
    case (.dateTime(mayBeDate: true), .date): .date
    // A lookup whose navigation properties lead to tables that are not published.
    case (.guid, .lookup): .lookup
    // An option's number is all that travels.
    case (.option(nil), .integer): .integer
    default: type
    }
  }
}
