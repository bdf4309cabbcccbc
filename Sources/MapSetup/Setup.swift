import MapRuntime

/// A setup that fits its program: what `mapsync.yaml` says, and the defaults of the rest. Only
/// this module makes one (F29).
public struct Setup: Sendable {
  /// The Business Central company.
  public let company: String
  public let bc: SystemConnection
  public let sales: SystemConnection
  /// The file of couplings, jobs and marks.
  public let state: String
  public let durability: Durability
  /// Seconds for which jobs, and what happened to records, are kept (B7).
  public let history: Int
  /// The code of BC's local currency (R M-11); nil asks Business Central.
  public let localCurrency: String?
  public let choices: RunChoices

  /// One of each choice.
  public var features: Set<String> { choices.features }
  /// Every setting that has a value.
  public var settings: [String: Value] { choices.settings }

  /// The policies of mappings with their overrides applied, in the same order.
  public func policies(for mappings: [any CompiledMapping.Type]) -> [MappingPolicy] {
    choices.policies(for: mappings)
  }

  /// What is used where there is no `mapsync.yaml`: the embedded pair, everything at its default.
  public init(defaultsOf program: any CompiledProgram.Type) {
    self.init(choices: RunChoices(defaultsOf: program))
  }

  init(
    company: String? = nil, bc: SystemConnection? = nil, sales: SystemConnection? = nil,
    state: String? = nil, durability: Durability? = nil, history: Int? = nil,
    localCurrency: String? = nil, choices: RunChoices
  ) {
    self.company = company ?? "CRONUS"
    self.bc = bc ?? .embedded(path: "data/bc.sqlite")
    self.sales = sales ?? .embedded(path: "data/sales.sqlite")
    self.state = state ?? "data/state.sqlite"
    self.durability = durability ?? .normal
    self.history = history ?? 365 * 86_400
    self.localCurrency = localCurrency
    self.choices = choices
  }
}
