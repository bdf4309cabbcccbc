import MapSource

/// A check of one field map in one direction. It is asked only where the types fit.
struct FlowCheck: Sendable {
  let find: @Sendable (FieldFlow, FlowScope, inout [Finding]) -> Void
}
