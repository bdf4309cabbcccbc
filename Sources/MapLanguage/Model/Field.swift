import MapRuntime
import MapSource

/// A field of a table.
public struct Field: Sendable {
  /// Who may write it, and when.
  public enum Access: String, Sendable, CaseIterable {
    case readWrite = "read-write"
    case read
    case create
    case update
  }

  /// Who fills it where nobody writes it.
  public enum Default: Sendable {
    case system
    case numberSeries
    case nextLine
    case value(Located<Literal>)
  }

  public internal(set) var name: Located<String>
  public var type: Located<FieldType>
  public var options: [Option] = []
  /// Whether values may be added to the options at run time.
  public var isOpen = false
  public var access: Access = .readWrite
  public var isRequired = false
  public var `default`: Default?
  public var references: Reference?
  public var computed: Located<String>?
  /// What its function is given, in order.
  public var from: [ComputedArgument] = []
  public var sets: [Located<String>] = []
  public var join: Join?
  public var changesWith: [ChangeSource] = []
  public var odata: String?
  public var swiftName: Located<String>?
  public var span: Span

  public init(name: Located<String>, type: Located<FieldType>, span: Span) {
    self.name = name
    self.type = type
    self.span = span
  }

  /// The number of an option's name.
  public func option(_ name: String) -> Int32? { options.first { $0.name == name }?.value }
}

extension Field {
  /// One value of an option field.
  public struct Option: Hashable, Sendable {
    public let name: String
    public let value: Int32
    public let span: Span

    public init(name: String, value: Int32, span: Span) {
      self.name = name
      self.value = value
      self.span = span
    }
  }
}
