import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// References, as the page resolved them.
extension StepEmitter {
  func reference(
    _ reference: ReferenceProgram, _ slot: Int, _ file: inout SwiftFile
  ) {
    let isLocal = reference.emptyMeansLocalCurrency && conversion.direction == .toBC
    let lookup: SwiftCode =
      "source.\(names.member(reference.source, in: mapping.table(side.other)))"
    // The local currency's record means no code at all, coupled or not (R B-19).
    let unanswered =
      side == .bc
      ? nil
      : mapping.writeIn.flatMap {
        WriteInEmitter.unanswered(reference, $0, names, in: mapping.table(.bc))
      }
    if let unanswered {
      file.line("switch \(unanswered) ? .empty : row.reference(\(slot)) {")
    } else if isLocal {
      file.line("switch \(lookup) == row.run.localCurrency ? .empty : row.reference(\(slot)) {")
    } else {
      file.line("switch row.reference(\(slot)) {")
    }
    if conversion.direction == .toBC {
      let parts = reference.routes.count { !$0.owner.isEmpty }
      if parts == reference.routes.count {
        file.line("case .bcPart(let key, _, _):")
      } else if parts > 0 {
        file.line(
          pick == nil
            ? "case .bc(let key, _), .bcPart(let key, _, _):"
            : "case .bc(let key, pick: let picked), .bcPart(let key, pick: let picked, _):")
      } else {
        file.line(
          pick == nil ? "case .bc(let key, _):" : "case .bc(let key, pick: let picked):")
      }
      file.inside { file in
        if let other = step.sameAs { sameAs(other, "key", &file) }
        finish("key", .code(length: Int.max), &file)
        if let pick { file.line("if let picked { \(pick) = picked }") }
      }
    } else if kind == .option {
      file.line("case .option(let option):")
      file.inside { $0.line("\(local) = option") }
    } else {
      file.line("case .sales(let lookup):")
      file.inside { file in
        if let other = step.sameAs { sameAs(other, "lookup", &file) }
        file.line("\(local) = lookup")
      }
    }
    file.line("case .uncoupled:")
    file.inside { uncoupled(reference, &$0) }
    file.line("default:")
    file.inside { file in
      if let other = step.sameAs { sameAs(other, nil, &file) }
      if reference.emptyMeansLocalCurrency {
        file.line("\(local) = \(side == .sales ? "row.run.localCurrency" : "\"\"")")
      } else {
        if case .keep = step.empty, isAgain { file.line("break") } else { empty(&file) }
      }
    }
    file.line("}")
  }

  func uncoupled(_ reference: ReferenceProgram, _ file: inout SwiftFile) {
    switch reference.uncoupled {
    case .wait, .synchronize: file.line("throw RecordRefusal(.waiting, rule: \(step.rule))")
    case .refuse: file.line("throw RecordRefusal(.uncoupled, rule: \(step.rule))")
    case .later, .keep: if isAgain { file.line("break") } else { keep(&file) }
    case .clear:
      if reference.emptyMeansLocalCurrency {
        file.line("\(local) = \(kind.blank(on: side))")
      } else if case .keep = step.empty, isAgain {
        file.line("break")
      } else {
        empty(&file)
      }
    }
  }
}
