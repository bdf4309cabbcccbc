import MapLanguage
import MapRuntime

/// The couplings that a simulation takes for granted: whatever is referred to has a partner, and
/// keeps it.
struct SimulatedCouplings {
  private var partners: [Key: Value] = [:]
  private var count: UInt64 = 0

  private struct Key: Hashable {
    let direction: Direction
    let mapping: Int
    let value: Value
  }

  /// What a reference becomes on the other side; nil for a type that refers to nothing.
  mutating func partner(
    of value: Value, through mapping: Int, _ direction: Direction, in field: Field
  ) -> Value? {
    let key = Key(direction: direction, mapping: mapping, value: value)
    if let known = partners[key] { return known }
    count += 1
    guard let partner = made(in: field) else { return nil }
    partners[key] = partner
    partners[Key(direction: direction.reversed, mapping: mapping, value: partner)] = value
    return partner
  }

  private func made(in field: Field) -> Value? {
    switch field.type.value {
    case .text, .code, .memo: .text("P\(count)")
    case .guid: .guid(Guid(high: 1, low: count))
    case .option: .option(OptionValue(Int32(1_000_000 + Int32(truncatingIfNeeded: count))))
    case .lookup:
      .lookup(
        Lookup(
          table: field.references?.targets.first?.table.value ?? "?",
          id: Guid(high: 1, low: count)))
    default: nil
    }
  }
}
