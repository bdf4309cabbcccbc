import MapLanguage
import MapRuntime

/// The values that a field can have under a condition: empty or not, and which others. It may hold
/// more than the field really can have, never less, so that nothing in it is a proof.
struct ValueDomain: Sendable {
  /// The values that are not empty.
  enum Filled: Sendable {
    case ordered(IntervalSet)
    /// Of one of these shapes.
    case texts([TextShape])
    case guids(GuidSet)
    /// Lookups to one of these tables.
    case lookups(Set<String>)
  }

  var allowsEmpty: Bool
  var filled: Filled
  let scope: FieldScope

  /// How many shapes of texts are kept apart.
  private static let limit = 1_000

  func intersection(_ other: ValueDomain) -> ValueDomain {
    var result = self
    result.allowsEmpty = allowsEmpty && other.allowsEmpty
    switch (filled, other.filled) {
    case (.ordered(let left), .ordered(let right)):
      result.filled = .ordered(left.intersection(right))
    case (.guids(let left), .guids(let right)):
      result.filled = .guids(left.intersection(right))
    case (.lookups(let left), .lookups(let right)):
      result.filled = .lookups(left.intersection(right))
    case (.texts(let left), .texts(let right)):
      guard left.count * right.count <= Self.limit else { break }
      let shapes = left.flatMap { shape in right.map { shape.and($0) } }
      result.filled = .texts(shapes.filter { answer($0) != .none })
    default: break
    }
    return result
  }

  func union(_ other: ValueDomain) -> ValueDomain {
    var result = self
    result.allowsEmpty = allowsEmpty || other.allowsEmpty
    switch (filled, other.filled) {
    case (.ordered(let left), .ordered(let right)): result.filled = .ordered(left.union(right))
    case (.guids(let left), .guids(let right)): result.filled = .guids(left.union(right))
    case (.lookups(let left), .lookups(let right)): result.filled = .lookups(left.union(right))
    case (.texts(let left), .texts(let right)): result.filled = .texts(left + right)
    default: break
    }
    return result
  }

  private func answer(_ shape: TextShape) -> TextShape.Answer {
    var isCode = false
    if case .code = scope.field.type.value { isCode = true }
    return shape.answer(
      longest: scope.longest, isCaseSensitive: scope.isCaseSensitive, isCode: isCode)
  }

  /// Whether the field has no value at all.
  var isEmpty: Bool {
    if allowsEmpty { return false }
    switch filled {
    case .ordered(let numbers): return numbers.isEmpty
    case .texts(let shapes): return shapes.allSatisfy { answer($0) == .none }
    case .guids(let guids): return guids.isEmpty
    case .lookups(let tables): return tables.isEmpty
    }
  }

  /// A value of the domain, a filled one if there is one; nil if none was found.
  var witness: Value? { filledWitness ?? (allowsEmpty ? .empty : nil) }

  private var filledWitness: Value? {
    switch filled {
    case .ordered(let numbers): return ordered(numbers)
    case .texts(let shapes):
      for shape in shapes {
        if case .text(let text) = answer(shape) { return .of(text: text) }
      }
      return nil
    case .guids(let guids): return guids.witness.map(Value.guid)
    case .lookups(let tables):
      return tables.min().map { .lookup(Lookup(table: $0, id: Guid(high: 0, low: 1))) }
    }
  }

  private func ordered(_ numbers: IntervalSet) -> Value? {
    guard let scale = ValueScale(scope.field.type.value) else { return nil }
    let declared = scope.field.options.first { numbers.contains(Int128($0.value)) }
    if let declared { return .option(OptionValue(declared.value)) }
    return numbers.nearest(to: scale.preferred).map(scale.value(at:))
  }
}
