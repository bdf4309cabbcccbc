import MapSource
import Testing

@Suite("SARIF")
struct SARIFRendererTests {
  private let head = [
    #"{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"#,
    #"sarif-schema-2.1.0.json","runs":[{"columnKind":"unicodeCodePoints","results":["#,
  ]

  @Test("A finding is a result with related places and a fix")
  func everything() {
    let renderer = SARIFRenderer(rules: [
      "unused-allow": "An allow comment that silences nothing.",
      "unknown-field": "A field that its table does not have.",
      "encoding": "A file that is not UTF-8.",
    ])
    let place = #""physicalLocation":{"artifactLocation":{"uri":"mappings/CUSTOMER.yaml"},"#
    let schema = #""physicalLocation":{"artifactLocation":{"uri":"schemas/bc/Customer.yaml"},"#
    let region = #"{"endColumn":15,"endLine":10,"startColumn":11,"startLine":10}"#
    let expected =
      head + [
        #"{"fixes":[{"artifactChanges":[{"artifactLocation":{"uri":"mappings/CUSTOMER.yaml"},"#,
        #""replacements":[{"deletedRegion":\#(region),"insertedContent":{"text":"Name"}}]}],"#,
        #""description":{"text":"name a field of the table,\n"#,
        #"or add it to schemas/bc/Customer.yaml"},"properties":{"certain":true}}],"#,
        #""level":"error","locations":[{\#(place)"region":\#(region)}}],"#,
        #""message":{"text":"'Naem' is not a field of BC table 'Customer' (did you mean 'Name'?)\n"#,
        #"note: a field is named as in Business Central\n"#,
        #"help: name a field of the table,\nor add it to schemas/bc/Customer.yaml\n"#,
        #"example: bc:    { No.: '10000', 'Address 2: #': Hof, 3 }\n"#,
        #"example: sales: { name: Adatum }\nfeatures: person-ownership, field-service"},"#,
        #""properties":{"features":["person-ownership","field-service"]},"#,
        #""relatedLocations":[{"message":{"text":"the table is described here"},"#,
        #"\#(schema)"region":{"endColumn":1,"endLine":1,"startColumn":1,"startLine":1}}},"#,
        #"{"message":{"text":"this one is near"},"#,
        #"\#(schema)"region":{"endColumn":7,"endLine":3,"startColumn":3,"startLine":3}}},"#,
        #"{"message":{"text":"in the mapping of this table"},"#,
        #"\#(place)"region":{"endColumn":23,"endLine":2,"startColumn":15,"startLine":2}}}],"#,
        #""ruleId":"unknown-field","ruleIndex":1}],"tool":{"driver":{"name":"mapc","rules":["#,
        #"{"id":"encoding","shortDescription":{"text":"A file that is not UTF-8."}},"#,
        #"{"id":"unknown-field","#,
        #""shortDescription":{"text":"A field that its table does not have."}},"#,
        #"{"id":"unused-allow","#,
        #""shortDescription":{"text":"An allow comment that silences nothing."}}]}}}],"#,
        #""version":"2.1.0"}"#, "\n",
      ]
    #expect(renderer.render(Sample.customer.report(Sample.unknownField)) == expected.joined())
  }

  @Test("Addresses are percent-encoded, and a rule nobody described is listed by its name")
  func addresses() {
    let sample = Sample(("a:b/Käse 100%#?[1]~.yaml", "\u{FEFF}漢\r\nü x"))
    let report = sample.report(Finding("w", "m", at: sample.span("漢\r\nü"), severity: .warning))
    let expected =
      head + [
        #"{"level":"warning","locations":[{"physicalLocation":{"artifactLocation":"#,
        #"{"uri":"../a%3Ab/K%C3%A4se%20100%25%23%3F%5B1%5D~.yaml"},"#,
        #""region":{"endColumn":2,"endLine":2,"startColumn":1,"startLine":1}}}],"#,
        #""message":{"text":"m"},"ruleId":"w","ruleIndex":0}],"#,
        #""tool":{"driver":{"name":"mapc","rules":[{"id":"w"}]}}}],"version":"2.1.0"}"#, "\n",
      ]
    #expect(SARIFRenderer(rules: [:]) { "../" + $0 }.render(report) == expected.joined())
  }
}
