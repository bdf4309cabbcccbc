import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes a mapping's policy: what it lets the engine do, as data.
struct PolicyEmitter {
  let names: EmissionNames
  let program: MappingProgram
  /// The YAML file, relative to the root.
  let path: String

  private var mapping: EffectiveMapping { program.mapping }

  func emit(_ file: inout SwiftFile) {
    file.blank()
    file.line("public static let policy = MappingPolicy(")
    file.inside { file in
      file.line("name: \(SwiftText(mapping.name)), file: \(SwiftText(path)),")
      file.line(
        "directions: [\(mapping.direction.directions.map(SwiftValue.direction).joined(", "))],")
      if let parent = mapping.parent {
        let name = names.checked.model.mappings[parent].name.value
        file.line("parent: \(SwiftText(name)),")
      }
      file.line("company: \(company), outsideFilter: \(outside), scope: \(scope),")
      let creates = Direction.allCases.filter { mapping.creates($0) }
      file.line("creates: [\(creates.map(SwiftValue.direction).joined(", "))],")
      match(&file)
      file.line("conflict: \(PolicyLiteral.code(mapping.conflict)),")
      if let schedule = mapping.schedule {
        file.line("every: \(schedule.every),")
        if let sleep = schedule.sleep { file.line("sleep: \(sleep),") }
      }
      file.line("prerequisites: \(SwiftValue.texts(program.prerequisites)),")
      var last: [SwiftCode] = ["rules: \(SwiftValue.texts(mapping.origin.rules.map(\.value)))"]
      if let option { last.append(option) }
      if mapping.emptyMeans == .variable(.localCurrency) {
        last.append("emptyMeansLocalCurrency: true")
      }
      if !sameRecord.isEmpty { last.append("sameRecord: \(SwiftValue.texts(sameRecord))") }
      if mapping.schedule?.isWoken == false { last.append("isWoken: false") }
      file.arguments(last)
    }
  }

  /// The mappings in which this very record must be coupled.
  private var sameRecord: [String] {
    mapping.requires.filter { $0.origin.isSameRecord && $0.when == nil }
      .map { names.checked.model.mappings[$0.mapping].name.value }
  }

  private var company: SwiftCode {
    switch mapping.company {
    case .ownOrEmpty: ".ownOrEmpty"
    case .own: ".own"
    case .any: ".any"
    }
  }

  private var outside: SwiftCode { mapping.outsideFilter == .skip ? ".skip" : ".follow" }
  private var scope: SwiftCode { mapping.scope == .coupled ? ".coupled" : ".all" }

  private func match(_ file: inout SwiftFile) {
    guard let match = mapping.match else { return }
    file.line("match: MatchPolicy(")
    file.inside { file in
      file.line("groups: [")
      file.elements(program.match) { group, file in
        let pairs = group.map { "MatchPolicy.Pair(\(pair($0)))" as SwiftCode }
        file.line("[\(pairs.joined(", "))],")
      }
      let unmatched: SwiftCode = match.unmatched == .create ? ".create" : ".report"
      let then: SwiftCode = match.then == .synchronize ? ".synchronize" : ".leave"
      file.line(
        "], unmatched: \(unmatched), then: \(then), isAutomatic: \(match.isAutomatic)),")
    }
  }

  private func pair(_ pair: MatchProgram) -> SwiftCode {
    let bc = names.checked.catalogue[mapping.bcTable].fields[pair.bc].name.value
    let sales = names.checked.catalogue[mapping.salesTable].fields[pair.sales].name.value
    let column = names.used.column(of: pair.sales, in: mapping.salesTable) ?? 0
    let isSensitive: SwiftCode = pair.isCaseSensitive ? ", isCaseSensitive: true" : ""
    return
      "bc: \(SwiftText(bc)), sales: \(SwiftText(sales)), column: \(column)\(isSensitive)"
  }

  /// The option field of an option mapping.
  private var option: SwiftCode? {
    guard let place = names.checked.catalogue.optionFields[mapping.salesTable] else { return nil }
    let table = names.checked.catalogue[place.table]
    let copies = mapping.origin.copyTo.map { field($0.table.value, $0.field.value) }
    let own = field(table.name.value, table.fields[place.field].name.value)
    return "option: OptionTarget(\(own), copies: [\(copies.joined(", "))])"
  }

  private func field(_ table: String, _ field: String) -> SwiftCode {
    "OptionTarget.Field(\(SwiftText(table)), \(SwiftText(field)))"
  }
}
