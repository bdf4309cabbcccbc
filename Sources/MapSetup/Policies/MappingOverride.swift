import MapRuntime
import MapSource

/// What an author says of one mapping in place of its file, with the place of each answer.
public struct MappingOverride: Sendable {
  /// When it runs by itself.
  public enum Schedule: Hashable, Sendable {
    case never
    /// Seconds; nil keeps what the mapping says.
    case times(every: Int?, sleep: Int?, wake: Bool?)
  }

  public let mapping: Located<String>
  public var company: Located<CompanyScope>?
  public var outsideFilter: Located<OutsideFilter>?
  public var scope: Located<RunScope>?
  public var creates: [Direction: Located<Bool>] = [:]
  public var match: MatchOverride?
  public var updateConflict: Located<UpdateConflict>?
  public var conflictBy: Located<ConflictUnit>?
  public var deleteConflict: Located<DeleteConflict>?
  public var filters: [Side: Located<RowCondition>] = [:]
  /// The file in which it stands.
  private let file: String
  public var templates: Located<[TemplatePolicy]>?
  public var schedule: Located<Schedule>?
  public var isEnabled: Located<Bool>?
  public var rules: Located<[NamedRule]>?

  init(_ mapping: Located<String>, in file: String) {
    self.mapping = mapping
    self.file = file
  }

  /// Puts the answers in place of the mapping's own, key by key.
  func apply(to policy: inout MappingPolicy) {
    if let company { policy.company = company.value }
    if let outsideFilter { policy.outsideFilter = outsideFilter.value }
    if let scope { policy.scope = scope.value }
    if !creates.isEmpty {
      policy.creates = Direction.allCases.filter {
        creates[$0]?.value ?? policy.creates.contains($0)
      }
    }
    match?.apply(to: &policy.match)
    if let updateConflict { policy.conflict.update = updateConflict.value }
    if let conflictBy { policy.conflict.by = conflictBy.value }
    if let deleteConflict { policy.conflict.delete = deleteConflict.value }
    for (side, filter) in filters { policy.filters[side] = filter.value }
    if !filters.isEmpty { policy.filterFile = file }
    if let templates { policy.templates = templates.value }
    switch schedule?.value {
    case .never:
      policy.every = nil
      policy.sleep = nil
    case .times(let every, let sleep, let wake):
      policy.every = every ?? policy.every
      policy.sleep = sleep ?? policy.sleep
      policy.isWoken = wake ?? policy.isWoken
    case nil: break
    }
    if let isEnabled { policy.isEnabled = isEnabled.value }
    if let rules { policy.rules = rules.value.map(\.rawValue) }
  }
}
