import MapCheck
import MapLanguage
import MapRuntime

/// Writes a field as data, as its schema file describes it.
struct FieldDescriptionEmitter {
  let names: EmissionNames
  let table: Table

  func description(_ field: Field) -> SwiftCode {
    var arguments: [SwiftCode] = [
      "\(SwiftText(field.name.value))", SwiftValue.type(field.type.value),
    ]
    if field.access != .readWrite { arguments.append("access: \(SwiftValue.access(field.access))") }
    if field.isRequired { arguments.append("required: true") }
    if let standard = standard(field) { arguments.append("default: \(standard)") }
    if !field.options.isEmpty { arguments.append("options: \(Self.options(field.options))") }
    if field.isOpen { arguments.append("open: true") }
    if let references = field.references {
      let targets = references.targets.map { target($0, references) }
      if !targets.isEmpty { arguments.append("refersTo: [\(targets.joined(", "))]") }
      if let by = references.pickedBy { arguments.append("pickedBy: \(SwiftText(by.value))") }
    }
    if let join = field.join { arguments.append("join: \(self.join(join))") }
    let changes = field.changesWith.map { change -> SwiftCode in
      let days = days(of: field, in: change.table.value)
      let dated: SwiftCode = days.isEmpty ? "" : ", days: \(SwiftValue.texts(days))"
      return
        "ChangeDescription(\(SwiftText(change.table.value)), on: \(pairs(change.on))\(dated))"
    }
    if !changes.isEmpty { arguments.append("changesWith: [\(changes.joined(", "))]") }
    if field.computed != nil { arguments.append("computed: true") }
    if !field.sets.isEmpty {
      arguments.append("sets: \(SwiftValue.texts(field.sets.map(\.value)))")
    }
    if let property = field.odata { arguments.append("property: \(SwiftText(property))") }
    return "FieldDescription(\(arguments.joined(", ")))"
  }

  /// The dates of another table that a function sees beside today.
  private func days(of field: Field, in name: String) -> [String] {
    guard field.from.contains(where: { if case .today = $0 { true } else { false } }),
      let place = names.checked.catalogue.place(of: name, on: table.side)
    else { return [] }
    let other = names.checked.catalogue[place]
    return field.from.flatMap { argument -> [String] in
      guard case .rows(let table, let fields) = argument, table.value == name else { return [] }
      return fields.map(\.value).filter { other[$0]?.type.value == .date }
    }
  }

  static func options(_ options: [Field.Option]) -> SwiftCode {
    let all = options.map { option -> SwiftCode in
      let state: SwiftCode = option.state.map { ", of: \(SwiftText($0))" } ?? ""
      return ".init(\(SwiftText(option.name)), \(option.value)\(state))"
    }
    return "[\(all.joined(", "))]"
  }

  private func standard(_ field: Field) -> SwiftCode? {
    switch field.default {
    case .system: ".system"
    case .numberSeries: ".numberSeries"
    case .nextLine: ".nextLine"
    case .value(let literal):
      names.value(literal, of: field, on: table.side).map { ".value(\(SwiftValue.value($0)))" }
    case nil: nil
    }
  }

  private func target(_ target: Reference.Target, _ reference: Reference) -> SwiftCode {
    var arguments: [SwiftCode] = ["\(SwiftText(target.table.value))"]
    if let name = target.when, let by = reference.pickedBy,
      let option = table[by.value]?.option(name.value)
    {
      arguments.append("pick: OptionValue(\(option))")
    }
    if !target.otherKeys.isEmpty { arguments.append("otherKeys: \(pairs(target.otherKeys))") }
    if let navigation = target.navigation {
      arguments.append("navigation: \(SwiftText(navigation.value))")
    }
    return "ReferenceDescription(\(arguments.joined(", ")))"
  }

  private func join(_ join: Join) -> SwiftCode {
    let latest: SwiftCode = join.latest.map { ", latest: \(SwiftText($0.value))" } ?? ""
    let until: SwiftCode = join.until == nil ? "" : ", untilToday: true"
    return
      "JoinDescription(\(SwiftText(join.table.value)), on: \(pairs(join.on))\(latest)\(until), field: \(SwiftText(join.field.value)))"
  }

  private func pairs(_ pairs: [Reference.KeyPair]) -> SwiftCode {
    let all = pairs.map {
      "KeyPair(\(SwiftText($0.theirs.value)), \(SwiftText($0.own.value)))" as SwiftCode
    }
    return "[\(all.joined(", "))]"
  }
}
