import MapCheck
import MapLanguage
import MapRuntime

extension MappingProgram {
  /// What a direction does with records that are coupled; nil where the mapping does not go there, and
  /// for documents and their lines, which are written once and follow their states
  /// (docs/language.md#when-a-mapping-has-changed).
  public func effect(_ direction: Direction, in checked: CheckedModel) -> MappingEffect? {
    guard let conversion = conversion(direction), mapping.isRolledOut else { return nil }
    let fields = FieldNames(checked: checked, mapping: mapping)
    let filter = mapping.filter(direction.source)
    return MappingEffect(
      writes: ConversionEffect(fields: fields, conversion: conversion).text,
      filter: fields.text(of: filter, in: mapping.table(direction.source)))
  }
}

extension EffectiveMapping {
  /// Whether it makes plain records; one that writes back to others besides does so too.
  fileprivate var isRolledOut: Bool {
    guard let document else { return true }
    return document.kind == nil && document.states == nil && parent == nil
  }
}

/// Writes down what a direction does with a record that is coupled: what is written of it, and what
/// keeps it from being written. What only new records get does not count: templates, keys that are
/// made, fields that are written on creation. Neither do other mappings through which references go,
/// and how those are called.
struct ConversionEffect {
  let fields: FieldNames
  let conversion: ConversionProgram

  private var mapping: EffectiveMapping { fields.mapping }
  private var source: Int { mapping.table(conversion.direction.source) }
  private var target: Int { mapping.table(conversion.direction.target) }
  private var values: ValueEffect { ValueEffect(fields: fields, conversion: conversion) }

  var text: EffectText {
    let written = conversion.steps.filter { $0.onlyOn != .create }
    var parts = [
      EffectText("tables", words: [fields.table(source), fields.table(target)]),
      EffectText("steps", set: written.map { step($0) }),
      EffectText("order", set: orders(written)),
      EffectText(
        "refused",
        set: mapping.refuse.filter { !isSilent($0.when) }.map { fields.text(of: $0.when) }),
    ]
    if let parent = conversion.parent { parts.append(text(of: parent)) }
    if let option = option { parts.append(option) }
    if !mapping.writeBack.isEmpty {
      parts.append(EffectText("write-back", set: mapping.writeBack.map { text(of: $0) }))
    }
    return EffectText("effect", parts)
  }

  /// A refusal that asks nothing never refuses.
  private func isSilent(_ when: EffectiveWhen) -> Bool {
    (when.bc?.isEmpty ?? true) && (when.sales?.isEmpty ?? true) && when.related.isEmpty
  }

  // MARK: Steps

  private func step(_ step: StepProgram) -> EffectText {
    var parts = [
      EffectText(fields.name(step.target, in: target)), type(step), values.text(of: step.value),
    ]
    if values.mayBeEmpty(step.value) { parts.append(EffectText("empty", [empty(step.empty)])) }
    if step.onlyOn == .update { parts.append(EffectText("updates", [])) }
    if let together = step.together { parts.append(block(together)) }
    if let back = step.wayBack { parts.append(text(of: back)) }
    if let other = step.sameAs { parts.append(EffectText("same-as", [values.text(of: other)])) }
    if let pick = step.pick {
      parts.append(EffectText("picks", words: [fields.name(pick, in: target)]))
    }
    if conversion.direction == .toBC, !mapping.fields.contains(where: { isValidated($0, step) }) {
      parts.append(EffectText("not-validated", []))
    }
    return EffectText("step", parts)
  }

  private func isValidated(_ map: EffectiveFieldMap, _ step: StepProgram) -> Bool {
    map.place == step.rule && map.validates
  }

  /// The target's type: with its length and the answer to longer texts where one may come, and the
  /// same of places.
  private func type(_ step: StepProgram) -> EffectText {
    var parts = [EffectText(FieldNames.kind(step.targetType))]
    if let limit = step.targetType.length,
      Conversion.longestText(of: step.valueType).map({ $0 > limit }) ?? true
    {
      parts.append(EffectText("longer", words: [String(limit), step.tooLong.rawValue]))
    }
    let places = step.targetType.decimalPlaces
    if step.valueType.decimalPlaces > places {
      parts.append(EffectText("more-precise", words: [String(places), step.tooPrecise.rawValue]))
    }
    return EffectText("to", parts)
  }

  private func empty(_ empty: StepProgram.Empty) -> EffectText {
    switch empty {
    case .clear: EffectText("clear")
    case .keep: EffectText("keep")
    case .refuse: EffectText("refuse")
    case .use(let value): EffectText("use", [values.text(of: value)])
    }
  }

  /// A block that is written whole or not at all, by what is in it.
  private func block(_ number: Int) -> EffectText {
    let members = conversion.steps.filter { $0.together == number }
    return EffectText(
      "together",
      set: members.map { EffectText("member", [values.text(of: $0.value)]) })
  }

  /// In which order a field is written that several steps write.
  private func orders(_ steps: [StepProgram]) -> [EffectText] {
    var writers: [Int: [StepProgram]] = [:]
    for step in steps {
      for field in [step.target] + [step.pick].compactMap({ $0 }) {
        writers[field, default: []].append(step)
      }
    }
    return writers.filter { $0.value.count > 1 }.map { field, steps in
      EffectText(
        "written", [EffectText(fields.name(field, in: target))] + steps.map { self.step($0) })
    }
  }

  private func text(of back: WayBack) -> EffectText {
    let pairs = back.values.map {
      EffectText("pair", [EffectText($0.stored), EffectText($0.source)])
    }
    var parts = [EffectText("values", set: pairs), EffectText(FieldNames.kind(back.sourceType))]
    parts += back.transforms.map { values.text(of: $0) }
    if let length = back.cutsTo { parts.append(EffectText("cut", words: [String(length)])) }
    if back.sourceType.decimalPlaces < back.targetType.decimalPlaces {
      parts.append(EffectText("places", words: [String(back.sourceType.decimalPlaces)]))
    }
    return EffectText("way-back", parts + [EffectText(back.blank)])
  }

  // MARK: What belongs to a record besides

  /// The link of a line to its header.
  private func text(of parent: ParentProgram) -> EffectText {
    let bc = mapping.bcTable
    let parts = parent.parts.map { part in
      part.own.map { EffectText("own", words: [fields.name($0, in: bc)]) }
        ?? EffectText("fixed", words: [part.fixed])
    }
    let lookup = EffectText(fields.name(parent.lookup, in: mapping.salesTable))
    return EffectText("parent", [lookup] + parts)
  }

  /// The option fields that get the values of an option mapping.
  private var option: EffectText? {
    guard fields.checked.catalogue.optionFields[mapping.salesTable] != nil else { return nil }
    let copies = mapping.origin.copyTo.map { copy in
      EffectText("copy", words: [copy.table.value, copy.field.value])
    }
    return EffectText("options", set: copies)
  }

  private func text(of back: EffectiveWriteBack) -> EffectText {
    EffectText(
      "to",
      [EffectText(fields.table(back.table))]
        + [
          EffectText(
            "set",
            set: back.set.map { assignment in
              EffectText(
                fields.name(assignment.field, in: back.table), [EffectText(assignment.operand)])
            })
        ])
  }
}
