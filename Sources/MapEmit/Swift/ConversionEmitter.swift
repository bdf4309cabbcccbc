import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes the conversion of one direction: straight down the field maps, then the target's
/// memberwise initializer.
struct ConversionEmitter {
  let names: EmissionNames
  let program: MappingProgram
  let conversion: ConversionProgram
  let path: String

  private var mapping: EffectiveMapping { program.mapping }
  private var source: Int { mapping.table(conversion.direction.source) }
  private var target: Int { mapping.table(conversion.direction.target) }
  private var side: Side { conversion.direction.target }

  func emit(_ file: inout SwiftFile) {
    references(&file) { file in
      for reference in conversion.references {
        ReferenceEmitter(names: names, source: source, reference: reference)
          .emit(conversion.direction, &file)
      }
      parent?.key(&file)
    }
    wayBacks(&file)
    templates(&file)
    convert(&file, body)
  }

  /// The same as another variant does it.
  func forward(to owner: SwiftCode, _ file: inout SwiftFile) {
    references(&file) { $0.line("\(owner).references(of: source, to: &keys)") }
    convert(&file) { $0.line("try \(owner).convert(source, onto: target, row)") }
  }

  private func convert(_ file: inout SwiftFile, _ body: (inout SwiftFile) -> Void) {
    file.blank()
    file.line("public static func convert(")
    file.inside { file in
      file.line(
        "_ source: \(names.type(ofTable: source)), onto target: \(names.type(ofTable: target)),")
      file.line("_ row: borrowing ConversionRow<\(related)>")
    }
    file.line(") throws(RecordRefusal) -> \(names.type(ofTable: target)) {")
    file.inside(body)
    file.line("}")
  }

  private var related: SwiftCode {
    RelatedEmitter.hasRecords(mapping, conversion.direction) ? "Related" : "NoRelatedRecords"
  }

  // MARK: The body

  /// A local is called as the field; no field is called as what is generated besides.
  private func local(_ field: Int) -> SwiftCode { "\(names.member(field, in: target))" }

  private var parent: ParentEmitter? {
    conversion.parent.map {
      ParentEmitter(names: names, mapping: mapping, conversion: conversion, parent: $0)
    }
  }

  private var writeIn: WriteInEmitter? {
    mapping.writeIn.map {
      WriteInEmitter(names: names, mapping: mapping, conversion: conversion, rule: $0)
    }
  }

  private func body(_ file: inout SwiftFile) {
    let when = WhenEmitter(names: names, mapping: mapping, direction: conversion.direction)
    RefusalEmitter(program: program).tests(when, &file)
    if let parent {
      let rule = program.rules[parent.parent.rule]
      file.comment(rule, in: path)
      parent.emit(&file)
    }
    writeIn?.test(&file)
    blocks(&file)
    var locals: [Int: SwiftCode] = [:]
    let again = fieldsWrittenTwice
    for (place, step) in conversion.steps.enumerated() {
      let isAgain = again.contains(step.target)
      let local = local(step.target)
      let rule = program.rules[step.rule]
      file.comment(rule, in: path)
      if isAgain, locals[step.target] == nil {
        file.line("var \(local) = target.\(names.member(step.target, in: target))")
      }
      var pick: SwiftCode?
      if let field = step.pick {
        let name = self.local(field)
        if locals[field] == nil {
          file.line("var \(name) = target.\(names.member(field, in: target))")
        }
        locals[field] = name
        pick = name
      }
      StepEmitter(
        names: names, mapping: mapping, conversion: conversion, step: step, local: local,
        values: ValueEmitter(
          names: names, mapping: mapping, conversion: conversion, locals: locals),
        isAgain: isAgain, pick: pick
      ).emit(&file)
      locals[step.target] = local
      if place == writeIn?.step { standIn(&locals, &file) }
    }
    if writeIn?.step == nil { standIn(&locals, &file) }
    parts(locals, &file)
    result(locals, &file)
  }

  /// What stands for a missing product, once its own field maps are through.
  private func standIn(_ locals: inout [Int: SwiftCode], _ file: inout SwiftFile) {
    guard let writeIn else { return }
    for field in writeIn.fields where locals[field] == nil {
      file.line("var \(local(field)) = target.\(names.member(field, in: target))")
      locals[field] = local(field)
    }
    writeIn.assignments(&file) { self.local($0) }
  }

  /// A reference to a part of a record agrees with what names that record in the end (R E-25).
  private func parts(_ locals: [Int: SwiftCode], _ file: inout SwiftFile) {
    guard conversion.direction == .toBC else { return }
    let links = parent?.locals ?? [:]
    func value(_ field: Int) -> SwiftCode {
      links[field] ?? locals[field] ?? "target.\(names.member(field, in: target))"
    }
    for step in conversion.steps {
      guard case .reference(let slot) = StepEmitter.base(of: step.value) else { continue }
      let reference = conversion.references[slot]
      let owners = reference.routes.map(\.owner).filter { !$0.isEmpty }
      guard let owner = owners.first else { continue }
      let isNamedAlike = owners.allSatisfy { $0 == owner }
      let picking = reference.pickedBy
      for route in reference.routes where !route.owner.isEmpty {
        let keys = route.owner.map { KeyText.part(value($0), names.kind($0, in: target)) }
        let named = keys.joined(", ")
        var tests: [SwiftCode] = []
        if !isNamedAlike, let pick = route.pick {
          tests.append(
            "case .bcPart(_, pick: \(SwiftValue.literal(.option(pick))), _) = row.reference(\(slot))"
          )
        }
        switch step.onlyOn {
        case .create?: tests.append("row.isNew")
        case .update?: tests.append("!row.isNew")
        case nil: break
        }
        if let block = step.together { tests.append("isFilled\(block)") }
        if !tests.isEmpty { file.line("if \(tests.joined(", ")) {") }
        file.line("try RuleFitting.part(")
        file.inside { file in
          file.line(
            "row.reference(\(slot)), of: [\(named)], pick: \(picking.map(value) ?? "nil"), rule: \(step.rule))"
          )
        }
        if !tests.isEmpty { file.line("}") }
        if isNamedAlike { break }
      }
    }
  }

  /// Fields that several steps write, or a step and a reference that picks or `write-in`.
  private var fieldsWrittenTwice: Set<Int> {
    var seen: Set<Int> = []
    var twice = Set(writeIn?.fields ?? []).intersection(conversion.steps.map(\.target))
    for step in conversion.steps {
      if !seen.insert(step.target).inserted { twice.insert(step.target) }
    }
    for pick in conversion.steps.compactMap(\.pick) where seen.contains(pick) { twice.insert(pick) }
    return twice
  }

  private func blocks(_ file: inout SwiftFile) {
    let blocks = Set(conversion.steps.compactMap(\.together)).sorted()
    let values = ValueEmitter(names: names, mapping: mapping, conversion: conversion, locals: [:])
    for block in blocks {
      let tests = conversion.steps.filter { $0.together == block }.map { step -> SwiftCode in
        if case .reference(let slot) = step.value { return "row.reference(\(slot)) != .empty" }
        let value = values.expression(step.value, as: step.valueType)
        return value.filled.map { "\($0) != nil" } ?? "true"
      }
      file.line("let isFilled\(block) =")
      file.inside { file in
        for (place, test) in tests.enumerated() {
          file.line(place == 0 ? test : "|| \(test)")
        }
      }
    }
  }

  private func result(_ locals: [Int: SwiftCode], _ file: inout SwiftFile) {
    let columns = names.used.fields[target] ?? []
    if !conversion.templates.isEmpty {
      file.line(
        "let template = row.isNew && row.usesTemplates ? Self.template\(SwiftValue.suffix(side))(source, row.run) : nil"
      )
    }
    file.line("return \(names.type(ofTable: target))(")
    let links = parent?.locals ?? [:]
    let standIns = Set(writeIn?.fields ?? [])
    let arguments = columns.map { field -> SwiftCode in
      let member = names.member(field, in: target)
      let written = locals[field] ?? "target.\(member)"
      let value =
        links[field]
        ?? (standIns.contains(field)
          ? standing(written, templated(field, written)) : templated(field, written))
      return "\(label: member): \(value)"
    }
    file.inside { $0.arguments(arguments) }
  }

  /// What stands for a product is no template's to replace.
  private func standing(_ value: SwiftCode, _ templated: SwiftCode) -> SwiftCode {
    templated == value ? value : "isWriteIn ? \(value) : \(templated)"
  }

  /// A value that a new record's template may replace.
  private func templated(_ field: Int, _ value: SwiftCode) -> SwiftCode {
    var value = value
    for (place, template) in conversion.templates.enumerated().reversed() {
      guard let assignment = template.set.last(where: { $0.field == field }) else { continue }
      let type = names.checked.catalogue[target].fields[field].type.value
      let written = OperandEmitter.stored(assignment.operand, as: type, on: side)
      value = "template == \(place) ? \(written) : \(value)"
    }
    return value
  }

  private func templates(_ file: inout SwiftFile) {
    guard !conversion.templates.isEmpty else { return }
    file.blank()
    file.comment("The template of a new record, by its place.", isDocumentation: true)
    file.line("private static func template\(SwiftValue.suffix(side))(")
    file.inside { file in
      file.line("_ source: \(names.type(ofTable: source)), _ run: borrowing RunValues")
    }
    file.line(") -> Int? {")
    let conditions = ConditionEmitter(names: names, table: source, record: "source", run: "run")
    file.inside { file in
      for (place, template) in conversion.templates.enumerated() {
        let when = conversion.direction == .toSales ? template.when?.bc : template.when?.sales
        guard let when, !when.isEmpty else {
          file.line("return \(place)")
          return
        }
        file.block("if \(conditions.whole(when))") { $0.line("return \(place)") }
      }
      file.line("return nil")
    }
    file.line("}")
  }

  // MARK: References and ways back

  private func wayBacks(_ file: inout SwiftFile) {
    for step in conversion.steps {
      guard let back = step.wayBack else { continue }
      file.blank()
      file.line("private static let wayBack\(step.rule)\(SwiftValue.suffix(side)) = WayBack(")
      let transforms = back.transforms.map(TransformEmitter.literal).joined(", ")
      let cut: SwiftCode = if let length = back.cutsTo { "\(length)" } else { "nil" }
      let pairs = back.values.map { pair -> SwiftCode in
        let stored = SwiftValue.literal(pair.stored)
        return
          "WayBack.Pair(stored: .of(\(stored)), source: .of(\(SwiftValue.literal(pair.source))))"
      }
      let blank: SwiftCode =
        back.blank.isEmpty ? "" : ", blank: \(SwiftValue.value(back.blank))"
      file.inside { file in
        if !pairs.isEmpty { file.line("values: [\(pairs.joined(", "))],") }
        file.line("transforms: [\(transforms)], targetType: \(SwiftValue.type(back.targetType)),")
        file.line("sourceType: \(SwiftValue.type(back.sourceType)), cutsTo: \(cut)\(blank))")
      }
    }
  }

  private func references(_ file: inout SwiftFile, _ body: (inout SwiftFile) -> Void) {
    guard !conversion.references.isEmpty || parent != nil else { return }
    file.blank()
    file.line("public static func references(")
    file.inside { file in
      file.line("of source: \(names.type(ofTable: source)), to keys: inout [ReferenceKey]")
    }
    file.line(") {")
    file.inside(body)
    file.line("}")
  }
}
