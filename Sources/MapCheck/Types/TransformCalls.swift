import MapLanguage
import MapRuntime

/// Finds the written form of a step.
enum TransformCalls {
  /// The call behind the step at a place of a flow's chain; nil for an inverse, which nobody wrote.
  static func call(_ place: Int, of flow: FieldFlow) -> TransformCall? {
    guard let chain = flow.map.origin.transform else { return nil }
    let isInverse =
      flow.direction == .toBC && flow.map.isTwoWay && !chain.isBothWays
    guard !isInverse else { return nil }
    let calls = flow.direction == .toBC && chain.isBothWays ? chain.toBC : chain.toSales
    // A step that could not be read is left out of the chain.
    guard calls.count == flow.transforms.count, place < calls.count else { return nil }
    return calls[place]
  }
}
