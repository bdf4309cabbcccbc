import MapSource
import Testing

@Suite("Lines for builds")
struct LineRendererTests {
  @Test("A finding is a line, what belongs to it are notes")
  func everything() {
    let report = Sample.customer.report(Sample.unknownField)
    #expect(
      LineRenderer { "/home/" + $0 }.render(report) == """
        /home/mappings/CUSTOMER.yaml:10:11: error: 'Naem' is not a field of BC table 'Customer' [unknown-field]
        /home/mappings/CUSTOMER.yaml:10:11: note: did you mean 'Name'?
        /home/schemas/bc/Customer.yaml:1:1: note: the table is described here
        /home/mappings/CUSTOMER.yaml:10:11: note: a field is named as in Business Central
        /home/schemas/bc/Customer.yaml:3:3: note: this one is near
        /home/mappings/CUSTOMER.yaml:2:15: note: in the mapping of this table
        /home/mappings/CUSTOMER.yaml:10:11: note: help: name a field of the table, or add it to schemas/bc/Customer.yaml
        /home/mappings/CUSTOMER.yaml:10:11: note: example: bc:    { No.: '10000', 'Address 2: #': Hof, 3 }
        /home/mappings/CUSTOMER.yaml:10:11: note: example: sales: { name: Adatum }
        /home/mappings/CUSTOMER.yaml:10:11: note: features: person-ownership, field-service

        """)
  }

  @Test("Columns are code points behind a byte order mark, wide characters and carriage returns")
  func columns() {
    let sample = Sample(("a.yaml", "\u{FEFF}漢e\u{301} x\r\n\tü y\r\n"))
    let report = sample.report(
      Finding("b", "m\u{1B}", at: sample.span("x"), severity: .warning),
      Finding("c", "m\r\nn", at: sample.span("y")))
    #expect(
      LineRenderer().render(report) == """
        a.yaml:1:5: warning: m\u{FFFD} [b]
        a.yaml:2:4: error: m n [c]

        """)
  }

  @Test("Nothing found is nothing written")
  func nothing() {
    #expect(LineRenderer().render(Sample.customer.report()) == "")
  }
}
