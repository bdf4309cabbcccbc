import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes what stands for the product of a line that has none (F18, R E-22, H-10).
struct WriteInEmitter {
  let names: EmissionNames
  let mapping: EffectiveMapping
  let conversion: ConversionProgram
  let rule: EffectiveWriteIn

  private var side: Side { conversion.direction.target }
  private var target: Int { mapping.table(side) }

  /// The target's fields that it writes.
  var fields: [Int] {
    switch conversion.direction {
    case .toBC: rule.product.map(\.field)
    case .toSales: rule.text.map { [$0.field] } ?? []
    }
  }

  /// The step after which it is due, so that later ones see it; nil where it is the last of all.
  var step: Int? {
    let fields = Set(fields)
    return conversion.steps.lastIndex { step in
      fields.contains(step.target) || step.pick.map(fields.contains) == true
    }
  }

  /// Whether anything asks if a line is one.
  private var isAsked: Bool {
    if !fields.isEmpty { return true }
    return conversion.direction == .toSales
      && conversion.references.contains {
        Self.unanswered($0, rule, names, in: mapping.bcTable) != nil
      }
  }

  /// The local that says whether a line is one.
  func test(_ file: inout SwiftFile) {
    guard isAsked else { return }
    let when = WhenEmitter(names: names, mapping: mapping, direction: conversion.direction)
    let conditions = when.conditions(
      rule.when.asked(of: conversion.direction.source), areOperands: rule.when.related.isEmpty)
    if rule.when.related.isEmpty {
      return file.line(
        "let isWriteIn = \(conditions.isEmpty ? "true" : conditions.joined(" && "))")
    }
    file.line("let isWriteIn: Bool")
    file.line("if \(conditions.joined(", ")) { isWriteIn = true } else { isWriteIn = false }")
  }

  /// - Parameter local: the variable of a field.
  func assignments(_ file: inout SwiftFile, local: (Int) -> SwiftCode) {
    guard !fields.isEmpty else { return }
    file.line("if isWriteIn {")
    file.inside { file in
      switch conversion.direction {
      case .toBC: for assignment in rule.product { product(assignment, local, &file) }
      case .toSales:
        guard let text = rule.text else { return }
        let values = ValueEmitter(
          names: names, mapping: mapping, conversion: conversion, locals: [:])
        let pieces = text.parts.map {
          values.expression(.text([$0]), as: .text(length: nil)).code
        }
        file.line("\(local(text.field)) = Filled.text([\(pieces.joined(", "))])")
      }
    }
    file.line("}")
  }

  private func product(
    _ assignment: EffectiveAssignment, _ local: (Int) -> SwiftCode, _ file: inout SwiftFile
  ) {
    let field = names.checked.catalogue[target].fields[assignment.field]
    let local = local(assignment.field)
    let value = OperandEmitter.stored(assignment.operand, as: field.type.value, on: side)
    file.line("\(local) = \(value)")
  }

  /// Under what a reference of a line without a product stays empty: where a text stands for the
  /// product in any case, else where no mapping could answer; nil for one that names no product.
  static func unanswered(
    _ reference: ReferenceProgram, _ rule: EffectiveWriteIn, _ names: EmissionNames,
    in source: Int
  ) -> SwiftCode? {
    guard let picking = reference.pickedBy, reference.namesProduct else { return nil }
    if rule.text != nil { return "isWriteIn" }
    let others = Set(reference.routes.compactMap(\.pick)).sorted().map { pick -> SwiftCode in
      "source.\(names.member(picking, in: source)) != \(SwiftValue.literal(.option(pick)))"
    }
    return "isWriteIn && \(others.joined(" && "))"
  }
}
