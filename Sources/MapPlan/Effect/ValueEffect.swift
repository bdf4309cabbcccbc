import MapCheck
import MapLanguage
import MapRuntime

/// Writes down how values are made.
struct ValueEffect {
  let fields: FieldNames
  let conversion: ConversionProgram

  private var mapping: EffectiveMapping { fields.mapping }
  private var source: Int { mapping.table(conversion.direction.source) }

  func text(of value: ValueProgram) -> EffectText {
    switch value {
    case .field(let place, _): fields.read(place, in: source)
    case .operand(let operand): EffectText(operand)
    case .text(let parts): EffectText("text", parts.map(part))
    case .generate(let pattern):
      EffectText("made", words: [pattern.prefix, String(pattern.digits), pattern.suffix])
    // Host functions count by their names: what one does nobody can see.
    case .compute(let name, let arguments):
      EffectText(
        "call",
        [EffectText(name)]
          + arguments.map { argument in
            EffectText(
              argument.side.name,
              [fields.read(argument.field, in: mapping.table(argument.side))])
          })
    case .related(let place, let field, _):
      EffectText(
        "of", [fields.related(place), fields.read(field, in: mapping.related[place].table)])
    case .lookup(let value, let table): EffectText("lookup", [text(of: value), EffectText(table)])
    case .first(let values): EffectText("first", values.map { text(of: $0) })
    case .reference(let slot): text(of: conversion.references[slot])
    case .transformed(let value, let transform):
      EffectText("then", [text(of: value), text(of: transform)])
    case .mapped(let value, let pairs, let otherwise):
      EffectText("mapped", [text(of: value), text(of: pairs), text(of: otherwise)])
    }
  }

  /// Whether a value may be empty, so that somebody is asked what an empty one does. A number, boolean
  /// or option of Business Central has none.
  func mayBeEmpty(_ value: ValueProgram) -> Bool {
    guard case .field(let place, let type) = value, conversion.direction == .toSales,
      fields.checked.catalogue[source].fields[place].join == nil
    else { return true }
    switch type {
    case .integer, .bigInteger, .decimal, .money, .boolean, .option: return false
    case .text, .code, .memo, .date, .dateTime, .guid, .lookup: return true
    }
  }

  private func part(_ part: EffectiveSource.Part) -> EffectText {
    switch part {
    case .text(let text): EffectText("words", words: [text])
    case .field(let place): fields.read(place, in: source)
    }
  }

  // MARK: Value maps

  /// Of two pairs with one source the first counts.
  private func text(of pairs: [EffectiveValueMap.Pair]) -> EffectText {
    var seen: Set<Value> = []
    return EffectText(
      "values",
      set: pairs.filter { seen.insert($0.source).inserted }.map {
        EffectText("pair", [EffectText($0.source), EffectText($0.target)])
      })
  }

  private func text(of otherwise: ValueProgram.MapOtherwise) -> EffectText {
    switch otherwise {
    case .same: EffectText("same")
    case .keep: EffectText("keep")
    case .refuse: EffectText("refuse")
    case .value(let operand): EffectText("value", [EffectText(operand)])
    }
  }

  // MARK: References

  /// A reference by the tables that it leads to, whose couplings answer, and not by their mappings.
  private func text(of reference: ReferenceProgram) -> EffectText {
    let routes = reference.routes.map { route in
      EffectText(
        "through",
        [
          EffectText("tables", words: [route.bcTable, route.salesTable]),
          EffectText(route.isOption ? "option" : "record"),
          EffectText("pick", route.pick.map { [EffectText(.option($0))] } ?? []),
          EffectText("key", words: route.key.map { fields.name($0, in: mapping.bcTable) }),
        ])
    }
    var parts = [
      fields.read(reference.source, in: source), EffectText("routes", routes),
      EffectText(reference.uncoupled.rawValue),
    ]
    if let by = reference.pickedBy {
      parts.append(EffectText("by", words: [fields.name(by, in: mapping.bcTable)]))
    }
    if let fallback = reference.fallback {
      parts.append(EffectText("or", [fields.read(fallback, in: source)]))
    }
    if reference.emptyMeansLocalCurrency { parts.append(EffectText("local-currency", [])) }
    parts += reference.follow.map { EffectText("follow", words: [$0.names.table, $0.names.field]) }
    return EffectText("reference", parts)
  }

  // MARK: Transforms

  func text(of transform: Transform) -> EffectText {
    switch transform {
    case .trim: EffectText("trim", [])
    case .uppercase: EffectText("uppercase", [])
    case .lowercase: EffectText("lowercase", [])
    case .titleCase: EffectText("title-case", [])
    case .substring(let start, let length):
      EffectText("substring", words: [String(start), String(length)])
    case .replace(let from, let to): EffectText("replace", words: [from, to])
    case .matches(let pattern, let template):
      EffectText("matches", words: [pattern.source, template])
    case .digitsOnly: EffectText("digits-only", [])
    case .alphanumericOnly: EffectText("alphanumeric-only", [])
    case .prefix(let text): EffectText("prefix", words: [text])
    case .suffix(let text): EffectText("suffix", words: [text])
    case .removePrefix(let text): EffectText("remove-prefix", words: [text])
    case .removeSuffix(let text): EffectText("remove-suffix", words: [text])
    case .round(let places): EffectText("round", words: [String(places)])
    case .multiply(let factor): EffectText("multiply", words: [factor.description])
    case .divide(let factor): EffectText("divide", words: [factor.description])
    case .negate: EffectText("negate", [])
    case .atLeastZero: EffectText("at-least-zero", [])
    case .dateFormat(let pattern): EffectText("date-format", words: [pattern.source])
    case .parseDate(let pattern): EffectText("parse-date", words: [pattern.source])
    case .numberFormat(let pattern): EffectText("number-format", words: [pattern.source])
    case .custom(let name): EffectText("call", words: [name])
    }
  }
}
