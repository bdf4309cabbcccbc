import MapRuntime

/// A compiled mapping with the policy that is in force: its own, or what setup made of it.
public struct BoundMapping: Sendable {
  public let type: any CompiledMapping.Type
  public let policy: MappingPolicy
  /// What it does as a document, a line of one, or a mapping that writes back, which the engine of
  /// plain records leaves alone; nil for any other.
  public let document: DocumentPolicy?
  public let pair: TablePair

  public init(
    _ type: any CompiledMapping.Type, policy: MappingPolicy? = nil, document: DocumentPolicy? = nil
  ) {
    self.type = type
    self.policy = policy ?? type.policy
    self.document = document ?? type.document
    pair = TablePair(bc: type.table(.bc).name, sales: type.table(.sales).name)
  }

  public var name: String { policy.name }

  /// Whether it makes whole documents of records (F15, F23, F26).
  public var takesDocuments: Bool { documentDirection != nil }

  /// The direction in which it makes documents; where both sides work on orders, that of the command
  /// which takes them in. Nil for a mapping that makes none.
  public var documentDirection: Direction? {
    guard document?.kind != nil, policy.parent == nil, policy.creates == policy.directions else {
      return nil
    }
    return policy.directions.count == 1 ? policy.directions.first : .toBC
  }

  /// Whether its records are no documents and are only named by those of another mapping: figures beside
  /// an account (R I-1).
  public var onlyWritesBack: Bool {
    document.map { $0.states == nil && !$0.writeBack.isEmpty } ?? false
  }

  /// Whether both sides work on its documents, so that a document which was taken in is written again
  /// whenever the other side changes (F22, R F-5 to F-8).
  public var worksBothWays: Bool { takesDocuments && policy.directions.count > 1 }

  /// Whether it brings what happens to documents in BC back to Sales, and creates none (F20).
  public var reportsBack: Bool {
    document?.kind == .order && policy.parent == nil && policy.directions == [.toSales]
      && policy.creates.isEmpty
  }

  /// Whether the engine runs it: records by themselves, documents that are taken in whole, or what
  /// is told of them.
  public var isRun: Bool {
    guard policy.isEnabled, let document else { return policy.isEnabled }
    return takesDocuments || reportsBack || writesBack(document)
  }

  /// Whether it makes and changes plain records, and writes to others besides (F28).
  private func writesBack(_ document: DocumentPolicy) -> Bool {
    document.kind == nil && document.states == nil && !document.writeBack.isEmpty
      && policy.parent == nil
  }

  /// Whether it runs by itself.
  public var isScheduled: Bool { policy.every != nil && isRun }

  /// Under this name it is kept how far a direction has seen the changes of its source. Where documents come
  /// by a command alone, runs have another mark: those that they pass are still to come once the setting is
  /// on (R E-1).
  func mark(_ direction: Direction, _ values: RunValues) -> String {
    guard let setting = document?.creation(direction)?.enabledBy,
      values.setting(setting) != .boolean(true)
    else { return name }
    return "\(name) (by command)"
  }

  /// The table of a side, with the columns that the mapping uses.
  public func table(_ side: Side) -> RecordTable {
    type.table(side)
  }

  /// The YAML file and line of a rule (B7).
  public func place(ofRule rule: Int) -> String? { place(of: .rule(rule)) }

  /// The YAML file and line of what refused a record (B7).
  public func place(of cause: RecordRefusal.Cause) -> String? {
    let line: Int? =
      switch cause {
      case .rule(let rule): type.rules.indices.contains(rule) ? type.rules[rule].line : nil
      case .sentence(let place):
        type.refusals.indices.contains(place) ? type.refusals[place].line : nil
      }
    return line.map { "\(policy.file):\($0)" }
  }
}
