import MapSource

/// Files and findings for a test, with spans named by the characters in them.
struct Sample {
  private(set) var sources = SourceSet()

  init(_ files: (path: String, text: String)...) {
    for file in files { _ = sources.add(SourceFile(path: file.path, text: file.text)) }
  }

  /// The span of the first occurrence of some characters in a file; empty if there is none.
  func span(_ needle: String, in file: Int32 = 0) -> Span {
    let bytes = sources[file].bytes
    let needle = Array(needle.utf8)
    for start in bytes.indices where bytes[start...].starts(with: needle) {
      return Span(file: file, start: Int32(start), end: Int32(start + needle.count))
    }
    return Span(startOf: file)
  }

  /// The span of no characters behind some characters of a file.
  func place(behind needle: String, in file: Int32 = 0) -> Span {
    let end = span(needle, in: file).end
    return Span(file: file, start: end, end: end)
  }

  func report(_ findings: Finding..., files: Int? = nil) -> FindingReport {
    FindingReport(findings, in: sources, files: files)
  }

  /// The text that a terminal without colours shows, without the summary.
  func text(_ findings: Finding...) -> String {
    let whole = TextRenderer(color: false).render(FindingReport(findings, in: sources))
    return whole.split(separator: "\n\n").dropLast().joined(separator: "\n\n")
  }
}

extension Sample {
  /// A mapping with a wrong field name, and the table that it speaks of.
  static let customer = Sample(
    (
      "mappings/CUSTOMER.yaml",
      """
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      fields:
        - { bc: No., sales: accountnumber }
        - { bc: E-Mail, sales: emailaddress1 }
        - { bc: Address, sales: address1_line1 }
        - { bc: Address 2, sales: address1_line2 }
        - { bc: City, sales: address1_city }
        - { bc: County, sales: address1_stateorprovince }
        - { bc: Naem, sales: name }

      """
    ),
    ("schemas/bc/Customer.yaml", "table: Customer\nfields:\n  Name: text 100\n"))

  /// A finding of `customer` that says all that a finding can say.
  static let unknownField = Finding(
    "unknown-field", "'Naem' is not a field of BC table 'Customer'",
    at: customer.span("Naem"), label: "did you mean 'Name'?",
    notes: [
      Finding.Note("the table is described here", at: Span(startOf: 1)),
      Finding.Note("a field is named as in Business Central"),
      Finding.Note("this one is near", at: customer.span("Name", in: 1)),
      Finding.Note("in the mapping of this table", at: customer.span("Customer")),
    ],
    help: "name a field of the table,\nor add it to schemas/bc/Customer.yaml",
    example: ExampleRecords(
      bc: [.init("No.", "'10000'"), .init("Address 2: #", "Hof, 3")],
      sales: [.init("name", "Adatum")]),
    fix: Fix(certain: true, edits: [Fix.Edit(customer.span("Naem"), "Name")]),
    features: ["person-ownership", "field-service"])
}
