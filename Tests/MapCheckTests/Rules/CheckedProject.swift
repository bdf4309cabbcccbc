import MapCheck
import MapCompiler
import MapSource

/// A small project that a test checks: files one after the other, each behind `#--- path`.
struct CheckedProject {
  let compilation: Compilation

  init(_ parts: String...) {
    compilation = Compiler.check(ExampleProject.files(of: parts.joined(separator: "\n")))
  }

  var findings: [Finding] { compilation.findings }
  var names: [String] { findings.map(\.name) }

  /// Each finding as its name and the characters that it points at.
  var places: [String] {
    findings.map { "\($0.name) at \(compilation.sources.text($0.span))" }
  }

  /// Names with messages, for a failed expectation.
  var report: String { findings.map { "\($0.name): \($0.message)" }.joined(separator: "\n") }
}

extension CheckedProject {
  static let project = "#--- mappings/project.yaml\nproject: example"

  /// A customer and an account with a name and an option each.
  static let tables = """
    #--- schemas/bc/Customer.yaml
    table: Customer
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Name, type: text(100) }
      - { name: Name 2, type: text(50) }
      - { name: Blocked, type: option, values: { ' ': 0, All: 3 } }
    #--- schemas/sales/account.yaml
    table: account
    key: [accountid]
    roles: { owner: ownerid }
    fields:
      - { name: accountid, type: guid, access: create, required: true, default: system }
      - { name: accountnumber, type: text(20) }
      - { name: name, type: text(100) }
      - { name: customertypecode, type: option, values: { Customer: 3, Vendor: 11 } }
      - { name: paymenttermscode, type: option, open: true, values: { Net 30: 1 } }
      - { name: ownerid, type: lookup, refers-to: systemuser }
    """

  /// A mapping CUSTOMER of these two, with lines of its own.
  static func customer(_ lines: String, fields: String = "  - { bc: Name, sales: name }") -> String
  {
    """
    #--- mappings/CUSTOMER.yaml
    mapping: CUSTOMER
    tables: { bc: Customer, sales: account }
    \(lines)
    fields:
    \(fields)
    """
  }

  /// The project with that mapping alone.
  init(customer lines: String, fields: String = "  - { bc: Name, sales: name }") {
    self.init(Self.project, Self.tables, Self.customer(lines, fields: fields))
  }
}
