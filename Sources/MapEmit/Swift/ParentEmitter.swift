import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes the link of a line to its header.
struct ParentEmitter {
  let names: EmissionNames
  let mapping: EffectiveMapping
  let conversion: ConversionProgram
  let parent: ParentProgram

  private var isToSales: Bool { conversion.direction == .toSales }
  private var source: Int { mapping.table(conversion.direction.source) }
  private var target: Int { mapping.table(conversion.direction.target) }

  /// What tells the header of a record.
  func key(_ file: inout SwiftFile) {
    guard isToSales else {
      let lookup: SwiftCode = "source.\(names.member(parent.lookup, in: source))"
      return file.line("keys.append(\(lookup).map(ReferenceKey.sales) ?? .empty)")
    }
    let parts = parent.parts.map { part -> SwiftCode in
      guard let own = part.own else { return "\(SwiftText(part.fixed))" }
      return KeyText.part(own, in: source, of: "source", names)
    }
    let key: SwiftCode = ".bc(route: 0, key: \(KeyText.whole(parts)))"
    let blank = parent.naming.map { field -> SwiftCode in
      "source.\(names.member(field, in: source)).isEmpty"
    }
    file.line(
      blank.isEmpty
        ? "keys.append(\(key))" : "keys.append(\(blank.joined(" && ")) ? .empty : \(key))")
  }

  func slot(_ file: inout SwiftFile) {
    file.line(
      "ReferenceSlot(rule: \(parent.rule), mappings: [\(SwiftText(parent.mapping))], uncoupled: .wait, isParent: true),"
    )
  }

  /// The target's fields that hold the link, and the locals with their values.
  var locals: [Int: SwiftCode] {
    Dictionary(fields.enumerated().map { ($1.field, "parent\($0)") }) { first, _ in first }
  }

  private var fields: [(field: Int, value: SwiftCode)] {
    if isToSales { return [(parent.lookup, "lookup")] }
    return parent.parts.enumerated().compactMap { place, part in
      guard let own = part.own, let value = value("parts[\(place)]", of: own) else { return nil }
      return (own, value)
    }
  }

  /// A part of the header's key as the line holds it.
  private func value(_ part: SwiftCode, of field: Int) -> SwiftCode? {
    switch names.kind(field, in: target) {
    case .text: part
    case .option: "Int32(\(part)).map { OptionValue($0) } ?? OptionValue(0)"
    case .integer: "Int64(\(part)) ?? 0"
    case .date: "DateValue(parsing: \(part))"
    case .guid: "Guid(parsing: \(part))"
    case .decimal, .boolean, .dateTime, .lookup: nil
    }
  }

  func emit(_ file: inout SwiftFile) {
    let fields = fields
    for (place, assigned) in fields.enumerated() {
      let kind = names.kind(assigned.field, in: target)
      file.line("let parent\(place): \(kind.storage(on: conversion.direction.target))")
    }
    file.line("switch row.reference(\(conversion.parentSlot)) {")
    file.line(
      isToSales
        ? "case .sales(let lookup):"
        : "case .parent(let parts) where parts.count == \(parent.parts.count):")
    file.inside { file in
      if fields.isEmpty { return file.line("_ = parts") }
      for (place, assigned) in fields.enumerated() {
        let kept: SwiftCode = "target.\(names.member(assigned.field, in: target))"
        let isFixed =
          names.checked.catalogue[target].fields[assigned.field].access == .create
        file.line(
          "parent\(place) = \(isFixed ? "row.isNew ? \(assigned.value) : \(kept)" : assigned.value)"
        )
      }
    }
    file.line("case .uncoupled:")
    file.inside { $0.line("throw RecordRefusal(.waiting, rule: \(parent.rule))") }
    file.line("default:")
    file.inside { file in
      if fields.isEmpty { return file.line("break") }
      for (place, assigned) in fields.enumerated() {
        file.line("parent\(place) = target.\(names.member(assigned.field, in: target))")
      }
    }
    file.line("}")
  }
}
