import MapCheck
import MapSource

/// What makes two edges the same.
struct EdgeIdentity: Hashable {
  private let from: Int
  private let to: Int
  private let reason: PrerequisiteEdge.Reason
  private let fields: [Int]
  private let isSoft: Bool
  private let span: Span
  private let because: String?

  init(_ edge: PrerequisiteEdge) {
    from = edge.from
    to = edge.to
    reason = edge.reason
    fields = edge.fields
    isSoft = edge.isSoft
    span = edge.span
    because = edge.because
  }
}
