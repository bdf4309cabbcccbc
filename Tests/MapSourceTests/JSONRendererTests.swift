import MapSource
import Testing

@Suite("JSON")
struct JSONRendererTests {
  @Test("A finding has every key that programs read")
  func everything() {
    let report = Sample.customer.report(Sample.unknownField, files: 42)
    let expected = [
      #"{"findings":[{"column":11,"endColumn":15,"endLine":10,"#,
      #""example":{"bc":{"Address 2: #":"Hof, 3","No.":"'10000'"},"sales":{"name":"Adatum"}},"#,
      #""features":["person-ownership","field-service"],"file":"mappings/CUSTOMER.yaml","#,
      #""fix":{"certain":true,"edits":[{"column":11,"endColumn":15,"endLine":10,"#,
      #""file":"mappings/CUSTOMER.yaml","line":10,"text":"Name"}]},"#,
      #""help":"name a field of the table,\nor add it to schemas/bc/Customer.yaml","#,
      #""line":10,"message":"'Naem' is not a field of BC table 'Customer'","#,
      #""name":"unknown-field","#,
      #""notes":[{"column":1,"file":"schemas/bc/Customer.yaml","line":1,"#,
      #""message":"the table is described here"},"#,
      #"{"message":"a field is named as in Business Central"},"#,
      #"{"column":3,"file":"schemas/bc/Customer.yaml","line":3,"message":"this one is near"},"#,
      #"{"column":15,"file":"mappings/CUSTOMER.yaml","line":2,"#,
      #""message":"in the mapping of this table"}],"severity":"error"}],"#,
      #""summary":{"errors":1,"files":42,"warnings":0},"version":1}"#, "\n",
    ]
    #expect(JSONRenderer().render(report) == expected.joined())
  }

  @Test("What a finding does not say has no key; columns are code points, ends exclusive")
  func least() {
    let sample = Sample(("a.yaml", "\u{FEFF}漢😀e\u{301} ab\r\nc\r\n"))
    let report = sample.report(
      Finding("w", "\"m\"\u{1B}", at: sample.span("ab\r\nc"), severity: .warning))
    let expected = [
      #"{"findings":[{"column":6,"endColumn":2,"endLine":2,"file":"../a.yaml","line":1,"#,
      #""message":"\"m\"\u001b","name":"w","notes":[],"severity":"warning"}],"#,
      #""summary":{"errors":0,"files":1,"warnings":1},"version":1}"#, "\n",
    ]
    #expect(JSONRenderer { "../" + $0 }.render(report) == expected.joined())
  }

  @Test("A side of an example without fields is left out, a suggested fix says so")
  func sides() {
    let sample = Sample(("a.yaml", "x"))
    let edit = Fix.Edit(sample.place(behind: "x"), "\n")
    let report = sample.report(
      Finding(
        "w", "m", at: sample.span("x"),
        example: ExampleRecords(sales: [.init("name", "''")]),
        fix: Fix(certain: false, edits: [edit]), features: []))
    let expected = [
      #"{"findings":[{"column":1,"endColumn":2,"endLine":1,"example":{"sales":{"name":"''"}},"#,
      #""features":[],"file":"a.yaml","fix":{"certain":false,"edits":[{"column":2,"#,
      #""endColumn":2,"endLine":1,"file":"a.yaml","line":1,"text":"\n"}]},"line":1,"#,
      #""message":"m","name":"w","notes":[],"severity":"error"}],"#,
      #""summary":{"errors":1,"files":1,"warnings":0},"version":1}"#, "\n",
    ]
    #expect(JSONRenderer().render(report) == expected.joined())
  }

  @Test("Nothing found is a report all the same")
  func nothing() {
    let expected = #"{"findings":[],"summary":{"errors":0,"files":2,"warnings":0},"version":1}"#
    #expect(JSONRenderer().render(Sample.customer.report()) == expected + "\n")
  }
}
