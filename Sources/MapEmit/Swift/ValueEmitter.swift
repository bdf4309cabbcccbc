import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes the expression that reads a value, before its transforms.
struct ValueEmitter {
  let names: EmissionNames
  let mapping: EffectiveMapping
  let conversion: ConversionProgram
  /// The locals that hold what earlier steps made, by the target's field.
  let locals: [Int: SwiftCode]

  private var source: Int { mapping.table(conversion.direction.source) }
  private var target: Int { mapping.table(conversion.direction.target) }

  func expression(_ program: ValueProgram, as type: FieldType) -> ValueExpression {
    switch program {
    case .field(let place, let type): return field(place, type)
    case .operand(let operand): return self.operand(operand, type)
    case .text(let parts): return text(parts)
    case .generate(let pattern): return generated(pattern)
    case .compute(let name, let arguments): return computed(name, arguments, type)
    case .related(let place, let field, let type): return related(place, field, type)
    case .lookup(let inner, let table):
      let id = expression(inner, as: .guid)
      return ValueExpression(
        code: "Filled.lookup(\(id.code), to: \(SwiftText(table)))", type: .lookup,
        isOptional: true, mayBeBlank: false)
    case .first(let programs):
      let parts = programs.map { expression($0, as: type) }
      return ValueExpression(
        code: parts.map { $0.filled ?? $0.code }.joined(" ?? "),
        type: parts.first?.type ?? type, isOptional: parts.last?.filled != nil, mayBeBlank: false)
    case .reference, .transformed, .mapped:
      return ValueExpression(code: "nil", type: type, isOptional: true, mayBeBlank: false)
    }
  }

  private func field(_ place: Int, _ type: FieldType) -> ValueExpression {
    ValueExpression(
      code: "source.\(names.member(place, in: source))", type: type,
      isOptional: names.isOptional(place, in: source), mayBeBlank: true)
  }

  private func operand(_ operand: Operand, _ type: FieldType) -> ValueExpression {
    let code = OperandEmitter.expression(operand, as: type, on: conversion.direction.target)
    switch operand {
    case .value(.empty):
      return ValueExpression(code: code, type: type, isOptional: true, mayBeBlank: false)
    case .value, .variable(.today):
      return ValueExpression(code: code, type: type, isOptional: false, mayBeBlank: false)
    case .variable:
      return ValueExpression(code: code, type: type, isOptional: true, mayBeBlank: false)
    }
  }

  private func text(_ parts: [EffectiveSource.Part]) -> ValueExpression {
    let pieces = parts.map { part -> SwiftCode in
      switch part {
      case .text(let text): return "\(SwiftText(text))"
      case .field(let place): return written(place)
      }
    }
    return ValueExpression(
      code: pieces.joined(" + "), type: .text(length: nil), isOptional: false, mayBeBlank: true)
  }

  /// A field inside a text: an option by its name, anything else as plain text.
  private func written(_ place: Int) -> SwiftCode {
    let described = names.checked.catalogue[source].fields[place]
    let member: SwiftCode = "source.\(names.member(place, in: source))"
    switch (SwiftKind(described.type.value), names.isOptional(place, in: source)) {
    case (.option, _):
      let options = described.options.map { option -> SwiftCode in
        "\(option.value): \(SwiftText(option.name))"
      }
      return "OptionName.of(\(member), [\(options.joined(", "))])"
    case (.text, false): return member
    case (.text, true): return "(\(member) ?? \"\")"
    default: return "Value.of(\(member)).description"
    }
  }

  private func generated(_ pattern: KeyPattern) -> ValueExpression {
    ValueExpression(
      code:
        "row.nextKey(prefix: \(SwiftText(pattern.prefix)), digits: \(pattern.digits), suffix: \(SwiftText(pattern.suffix)))",
      type: .text(length: nil), isOptional: false, mayBeBlank: false)
  }

  private func computed(
    _ name: String, _ arguments: [EffectiveSource.Argument], _ type: FieldType
  ) -> ValueExpression {
    let values = arguments.map { argument -> SwiftCode in
      if argument.side == conversion.direction.source {
        return "source.\(names.member(argument.field, in: source))"
      }
      return locals[argument.field] ?? "target.\(names.member(argument.field, in: target))"
    }
    return ValueExpression(
      code: "HostFunctions.\(SwiftName.member(ofOption: name))(\(values.joined(", ")))",
      // What the host makes may be longer or have more places than the target.
      type: TransformEmitter.loosened(type), isOptional: true, mayBeBlank: false)
  }

  private func related(_ place: Int, _ field: Int, _ type: FieldType) -> ValueExpression {
    let table = mapping.related[place].table
    return ValueExpression(
      code:
        "row.related.\(SwiftName.member(ofOption: mapping.related[place].name))?.\(names.member(field, in: table))",
      type: type, isOptional: true, mayBeBlank: false)
  }
}
