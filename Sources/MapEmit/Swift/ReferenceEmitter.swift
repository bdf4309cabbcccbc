import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes the key of a reference.
struct ReferenceEmitter {
  let names: EmissionNames
  let source: Int
  let reference: ReferenceProgram

  func emit(_ direction: Direction, _ file: inout SwiftFile) {
    let member = referring(direction)
    switch (direction, names.kind(reference.source, in: source)) {
    case (.toBC, .option):
      file.line("keys.append(\(member).map(ReferenceKey.option) ?? .empty)")
    case (.toBC, _): file.line("keys.append(\(member).map(ReferenceKey.sales) ?? .empty)")
    case (.toSales, _):
      guard let picking = reference.pickedBy, reference.routes.contains(where: { $0.pick != nil })
      else { return file.line("keys.append(\(member).isEmpty ? .empty : \(unpicked))") }
      file.line("if \(member).isEmpty {")
      file.inside { $0.line("keys.append(.empty)") }
      file.line("} else {")
      file.inside { picked(by: picking, &$0) }
      file.line("}")
    }
  }

  private var unpicked: SwiftCode {
    reference.routes.count == 1 ? key(of: 0) : ".any(key: \(text(of: 0)))"
  }

  private func picked(by picking: Int, _ file: inout SwiftFile) {
    file.line("switch source.\(names.member(picking, in: source)) {")
    var seen: Set<OptionValue> = []
    for (place, route) in reference.routes.enumerated() {
      guard let pick = route.pick, seen.insert(pick).inserted else { continue }
      file.line("case \(SwiftValue.literal(.option(pick))): keys.append(\(key(of: place)))")
    }
    let free = reference.routes.firstIndex { $0.pick == nil }
    file.line("default: keys.append(\(free.map { key(of: $0) } ?? ".unanswered"))")
    file.line("}")
  }

  /// The field that refers, or the one that stands in where it is empty.
  private func referring(_ direction: Direction) -> SwiftCode {
    let member: SwiftCode = "source.\(names.member(reference.source, in: source))"
    guard let field = reference.fallback else { return member }
    let other: SwiftCode = "source.\(names.member(field, in: source))"
    return direction == .toSales
      ? "(\(standIn(for: member, other)))" : "(\(member) ?? \(other))"
  }

  private func standIn(for member: SwiftCode, _ other: SwiftCode) -> SwiftCode {
    "\(member).isEmpty ? \(other) : \(member)"
  }

  private func part(_ field: Int) -> SwiftCode {
    if field == reference.source, reference.fallback != nil {
      return KeyText.part(referring(.toSales), names.kind(field, in: source))
    }
    return KeyText.part(field, in: source, of: "source", names)
  }

  private func text(of route: Int) -> SwiftCode {
    KeyText.whole(reference.routes[route].key.map(part))
  }

  private func key(of route: Int) -> SwiftCode { ".bc(route: \(route), key: \(text(of: route)))" }
}
