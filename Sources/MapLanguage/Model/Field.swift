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

  /// The number of an option's name. A status is named with its state, or by itself where only one
  /// state has it.
  public func option(_ name: String) -> Int32? {
    let named = options(named: name)
    return named.count == 1 ? named[0].value : nil
  }

  /// The options that a name may mean: several where states have a status of one name.
  public func options(named name: String) -> [Option] {
    if let option = options.first(where: { $0.title == name }) { return [option] }
    return options.filter { $0.state != nil && $0.name == name }
  }
}

extension Field {
  /// One value of an option field.
  public struct Option: Hashable, Sendable {
    public let name: String
    public let value: Int32
    public let span: Span
    /// The state to which a document's status belongs; nil for any other option.
    public let state: String?

    public init(name: String, value: Int32, span: Span, state: String? = nil) {
      self.name = name
      self.value = value
      self.span = span
      self.state = state
    }

    /// As authors write it: `State/Status` for a status.
    public var title: String { state.map { "\($0)/\(name)" } ?? name }
  }
}
