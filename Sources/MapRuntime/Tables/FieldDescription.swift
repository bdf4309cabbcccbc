/// A field as its schema file describes it.
public struct FieldDescription: Sendable {
  /// Who fills it where nobody writes it.
  public enum Default: Hashable, Sendable {
    case system
    case numberSeries
    case nextLine
    case value(Value)
  }

  /// One value of an option field.
  public struct Option: Hashable, Sendable {
    public let name: String
    public let value: Int32
    /// The state to which a document's status belongs; nil for any other option.
    public let state: String?

    public init(_ name: String, _ value: Int32, of state: String? = nil) {
      self.name = name
      self.value = value
      self.state = state
    }

    /// As people write it: `State/Status` for a status.
    public var title: String { state.map { "\($0)/\(name)" } ?? name }
  }

  public let name: String
  public let type: FieldType
  public let access: ColumnAccess
  public let isRequired: Bool
  public let `default`: Default?
  public var options: [Option]
  /// Whether options may be added at run time.
  public let isOpen: Bool
  /// The tables that it may refer to.
  public let refersTo: [ReferenceDescription]
  /// The own option field that picks among them.
  public let pickedBy: String?
  public let join: JoinDescription?
  /// Other tables whose changes count as changes of this field.
  public let changesWith: [ChangeDescription]
  /// True where a function of the host computes it.
  public let isComputed: Bool
  /// Fields that writing a computed one sets.
  public let sets: [String]
  /// The property's name at the real system.
  public let property: String?

  public init(
    _ name: String, _ type: FieldType, access: ColumnAccess = .readWrite, required: Bool = false,
    default: Default? = nil, options: [Option] = [], open: Bool = false,
    refersTo: [ReferenceDescription] = [], pickedBy: String? = nil, join: JoinDescription? = nil,
    changesWith: [ChangeDescription] = [], computed: Bool = false, sets: [String] = [],
    property: String? = nil
  ) {
    self.name = name
    self.type = type
    self.access = access
    isRequired = required
    self.default = `default`
    self.options = options
    isOpen = open
    self.refersTo = refersTo
    self.pickedBy = pickedBy
    self.join = join
    self.changesWith = changesWith
    isComputed = computed
    self.sets = sets
    self.property = property
  }

  /// The option of a name. A status is named with its state, or by itself where only one state has
  /// it.
  public func option(_ name: String) -> OptionValue? {
    let named = options(named: name)
    return named.count == 1 ? OptionValue(named[0].value) : nil
  }

  /// The options that a name may mean: several where states have a status of one name.
  public func options(named name: String) -> [Option] {
    if let option = options.first(where: { $0.title == name }) { return [option] }
    return options.filter { $0.state != nil && $0.name == name }
  }

  /// An option's name, as people write it.
  public func name(of option: OptionValue) -> String? {
    options.first { $0.value == option.rawValue }?.title
  }
}
