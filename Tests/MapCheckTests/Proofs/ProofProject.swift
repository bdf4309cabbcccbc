import MapCompiler
import MapLanguage
import MapRuntime
import MapSource

@testable import MapCheck

/// A project of two tables a side and as many mappings as a test wants, and what is found in it.
struct ProofProject {
  private var parts: [String] = []

  static let tables = """
    #--- schemas/bc/Customer.yaml
    table: Customer
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Name, type: text(100) }
      - { name: Name 2, type: text(100) }
      - { name: Search Name, type: code(100) }
      - { name: City, type: text(30) }
      - { name: Blocked, type: boolean }
      - { name: Kind, type: option, values: { Company: 0, Person: 1, Other: 2 } }
      - { name: Discount, type: integer }
      - { name: Balance, type: decimal(2) }
      - { name: Since, type: date }
      - { name: Salesperson Code, type: code(20), refers-to: Salesperson }
    #--- schemas/bc/Salesperson.yaml
    table: Salesperson
    key: [Code]
    fields:
      - { name: Code, type: code(20), required: true }
      - { name: Name, type: text(100) }
      - { name: Blocked, type: boolean }
    #--- schemas/bc/Vendor.yaml
    table: Vendor
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Name, type: text(100) }
    #--- schemas/sales/account.yaml
    table: account
    key: [accountid]
    fields:
      - { name: accountid, type: guid, access: create, required: true, default: system }
      - { name: name, type: text(100) }
      - { name: description, type: text(100) }
      - { name: nickname, type: text(100) }
      - { name: city, type: text(30) }
      - { name: notes, type: memo }
      - { name: customertypecode, type: option, values: { Customer: 3, Partner: 5, Vendor: 11 } }
      - { name: isperson, type: boolean }
      - { name: ownerid, type: lookup, refers-to: { systemuser: ownerid } }
    #--- schemas/sales/systemuser.yaml
    table: systemuser
    key: [systemuserid]
    fields:
      - { name: systemuserid, type: guid, access: create, required: true, default: system }
      - { name: fullname, type: text(100) }
    """

  init(project: String = "", tables: String = tables, _ mappings: (name: String, text: String)...) {
    parts = ["#--- mappings/project.yaml", "project: example", project, tables]
    for mapping in mappings {
      parts += ["#--- mappings/\(mapping.name).yaml", "mapping: \(mapping.name)", mapping.text]
    }
  }

  /// A mapping between customers and accounts.
  static func customer(
    _ name: String = "CUSTOMER", _ header: String = "direction: to-sales",
    fields: String = "  - { bc: Name, sales: name }"
  ) -> (name: String, text: String) {
    (name, "tables: { bc: Customer, sales: account }\n\(header)\nfields:\n\(fields)")
  }

  static func salespeople(_ header: String) -> (name: String, text: String) {
    (
      "SALESPEOPLE",
      "tables: { bc: Salesperson, sales: systemuser }\ndirection: to-sales\n\(header)\n"
        + "fields:\n  - { bc: Name, sales: fullname }"
    )
  }

  var compilation: Compilation {
    Compiler.check(ExampleProject.files(of: parts.joined(separator: "\n")))
  }

  /// What is found besides the tables and rules that these small projects have no use for.
  var findings: [Finding] {
    compilation.findings.filter {
      !["unused-table", "conflict-unused", "unused-feature"].contains($0.name)
    }
  }

  var lines: [String] { findings.map { "\($0.name): \($0.message)" } }
  var names: [String] { findings.map(\.name) }

  func first(_ name: String) -> Finding? { findings.first { $0.name == name } }

  /// The effective mapping, as the checks see it.
  func mapping(_ name: String) -> EffectiveMapping? {
    resolved.mappings.lazy.compactMap { $0.all.first }.first { $0.name == name }
  }

  var resolved: ResolvedModel {
    let model = compilation.model
    var collector = FindingCollector(FeatureSpace(model.project))
    return ModelResolver.resolve(model, &collector)
  }

  /// Reads a counterexample back, as if an author had written it.
  func record(_ fields: [ExampleRecords.FieldValue], of table: Table) -> [Int: Value] {
    var record: [Int: Value] = [:]
    let reader = OperandReader(project: compilation.model.project)
    for field in fields {
      guard let place = table.place(of: field.field) else { continue }
      var text = field.value
      if text.hasPrefix("'") { text = String(text.dropFirst().dropLast()) }
      let literal = Located(text == "null" ? Literal.null : .text(text), at: Span(startOf: 0))
      if case .operand(.value(let value)) = reader.read(
        literal, for: table.fields[place], on: table.side)
      {
        record[place] = value
      }
    }
    return record
  }
}
