import MapCheck

/// A mapping that another needs, or goes on without.
public struct GraphNeed: Sendable {
  public let mapping: String
  public let reason: PrerequisiteEdge.Reason
  /// Whether records go on without it.
  public let isSoft: Bool
  /// The names of the field maps that refer.
  public let fields: [String]
  /// At least one.
  public let reasons: [GraphReason]

  public init(
    mapping: String, reason: PrerequisiteEdge.Reason, isSoft: Bool = false, fields: [String] = [],
    reasons: [GraphReason] = []
  ) {
    self.mapping = mapping
    self.reason = reason
    self.isSoft = isSoft
    self.fields = fields
    self.reasons = reasons
  }

  /// The mapping and what makes it needed, as text writes them.
  var text: String {
    switch (reason, fields.count) {
    case (.declared, _): "\(mapping) (declared)"
    case (.parent, _): "\(mapping) (parent)"
    case (.through, 1): "\(mapping) (field \(fields[0]))"
    case (.through, _): "\(mapping) (fields \(fields.joined(separator: ", ")))"
    }
  }
}
