import MapCheck
import MapSource

/// All the reasons for which one mapping needs another, or goes on without it.
public struct Prerequisite: Sendable {
  /// In the order of the file; at least one, all hard or all soft.
  public let edges: [PrerequisiteEdge]

  init(first: PrerequisiteEdge, others: [PrerequisiteEdge] = []) { edges = [first] + others }

  /// The place of the mapping that waits.
  public var from: Int { edges[0].from }
  /// The place of the mapping that goes first.
  public var to: Int { edges[0].to }
  /// Whether records go on without it: no prerequisite, but drawn.
  public var isSoft: Bool { edges[0].isSoft }

  /// The reason that counts: `declared` only if nothing else gives it (README.md#commands).
  public var reason: PrerequisiteEdge.Reason { leading.reason }
  /// Where the mapping's name stands for that reason.
  public var span: Span { leading.span }
  /// The places of all field maps that refer.
  public var fields: [Int] { edges.flatMap(\.fields) }
  /// What an author says for it.
  public var because: String? { edges.lazy.compactMap(\.because).first }

  private var leading: PrerequisiteEdge {
    for reason in [PrerequisiteEdge.Reason.parent, .through] {
      if let edge = edges.first(where: { $0.reason == reason }) { return edge }
    }
    return edges[0]
  }
}
