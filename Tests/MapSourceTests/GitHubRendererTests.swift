import MapSource
import Testing

@Suite("Workflow commands for GitHub")
struct GitHubRendererTests {
  @Test("A finding is one command, with all that it says in the message")
  func everything() {
    let report = Sample.customer.report(Sample.unknownField)
    let properties =
      "file=mappings/CUSTOMER.yaml,line=10,endLine=10,col=11,endColumn=15,title=unknown-field"
    let message = [
      "'Naem' is not a field of BC table 'Customer' (did you mean 'Name'?)",
      "note: the table is described here (schemas/bc/Customer.yaml:1:1)",
      "note: a field is named as in Business Central",
      "note: this one is near (schemas/bc/Customer.yaml:3:3)",
      "note: in the mapping of this table (mappings/CUSTOMER.yaml:2:15)",
      "help: name a field of the table, or add it to schemas/bc/Customer.yaml",
      "example: bc:    { No.: '10000', 'Address 2: #': Hof, 3 }",
      "example: sales: { name: Adatum }",
      "features: person-ownership, field-service",
    ]
    let expected = "::error \(properties)::\(message.joined(separator: "%0A"))\n"
    #expect(GitHubRenderer().render(report) == expected)
  }

  @Test("Over several lines there are no columns, which GitHub would refuse")
  func severalLines() {
    let sample = Sample(("a.yaml", "a: b\nc: d\n"))
    let report = sample.report(Finding("w", "m", at: sample.span("b\nc"), severity: .warning))
    let expected = "::warning file=a.yaml,line=1,endLine=2,title=w::m\n"
    #expect(GitHubRenderer().render(report) == expected)
  }

  @Test("Percent signs and line breaks are escaped, in properties colons and commas too")
  func escapes() {
    let sample = Sample(("a:b,c%\r\nd%\u{301}.yaml", "x"))
    let report = sample.report(
      Finding("w", "100%: a, b\r\n::error::%0A%\u{301}", at: sample.span("x")))
    let file = "a%3Ab%2Cc%25%0D%0Ad%25\u{301}.yaml"
    let message = "100%25: a, b ::error::%250A%25\u{301}"
    let expected = "::error file=\(file),line=1,endLine=1,col=1,endColumn=2,title=w::\(message)\n"
    #expect(GitHubRenderer().render(report) == expected)
  }

  @Test("The path is the caller's")
  func path() {
    let sample = Sample(("a.yaml", "x"))
    let text = GitHubRenderer { "sub/" + $0 }.render(
      sample.report(Finding("w", "m", at: sample.span("x"))))
    #expect(text.hasPrefix("::error file=sub/a.yaml,"))
  }
}
