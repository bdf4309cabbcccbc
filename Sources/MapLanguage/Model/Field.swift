import MapRuntime
import MapSource

/// A field of a table. An object that never changes, as its table.
public final class Field: Sendable {
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

  public let name: Located<String>
  public let type: Located<FieldType>
  public let options: [Option]
  /// Whether values may be added to the options at run time.
  public let isOpen: Bool
  public let access: Access
  public let isRequired: Bool
  public let `default`: Default?
  public let references: Reference?
  public let computed: Located<String>?
  /// What its function is given, in order.
  public let from: [ComputedArgument]
  public let sets: [Located<String>]
  public let join: Join?
  public let changesWith: [ChangeSource]
  public let odata: String?
  public let swiftName: Located<String>?
  public let span: Span

  public init(
    name: Located<String>, type: Located<FieldType>, options: [Option] = [], isOpen: Bool = false,
    access: Access = .readWrite, isRequired: Bool = false, default: Default? = nil,
    references: Reference? = nil, computed: Located<String>? = nil, from: [ComputedArgument] = [],
    sets: [Located<String>] = [], join: Join? = nil, changesWith: [ChangeSource] = [],
    odata: String? = nil, swiftName: Located<String>? = nil, span: Span
  ) {
    self.name = name
    self.type = type
    self.options = options
    self.isOpen = isOpen
    self.access = access
    self.isRequired = isRequired
    self.default = `default`
    self.references = references
    self.computed = computed
    self.from = from
    self.sets = sets
    self.join = join
    self.changesWith = changesWith
    self.odata = odata
    self.swiftName = swiftName
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
