import MapSource
import Testing

@Suite("Findings in terminals of a width")
struct TerminalWidthTests {
  private static let line =
    "  - { bc: Payment Terms Code, sales: paymenttermscode, through: SHIPMENT METHOD }    # terms of payment go by their codes, as they are named in Business Central\n"

  private func finding(in sample: Sample) -> Finding {
    Finding(
      "lookup-wrong-table",
      "'SHIPMENT METHOD' couples 'Shipment Method', which 'Payment Terms Code' never refers to",
      at: sample.span("SHIPMENT METHOD"), label: "couples 'Shipment Method'",
      help: "name a mapping of a table that the field refers to, such as the one of payment terms")
  }

  private func lines(width: Int) -> [String] {
    let sample = Sample(("mappings/CUSTOMER.yaml", Self.line))
    return TextRenderer(color: false, width: width).render(sample.report(finding(in: sample)))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("no line is longer than the terminal", arguments: [60, 80, 120, 200])
  func fits(width: Int) {
    #expect(lines(width: width).allSatisfy { $0.count <= width })
  }

  @Test("the marks stand under their word", arguments: [60, 80, 120, 200])
  func caret(width: Int) throws {
    let lines = lines(width: width)
    let marks = try #require(lines.firstIndex { $0.contains("^") })
    let start = lines[marks].prefix { $0 != "^" }.count
    let length = lines[marks].count { $0 == "^" }
    #expect(lines[marks - 1].dropFirst(start).prefix(length) == "SHIPMENT METHOD")
  }

  @Test("a wide terminal shows the whole line, a narrow one what is around the word")
  func shown() {
    #expect(lines(width: 200).contains { $0.hasSuffix("as they are named in Business Central") })
    #expect(lines(width: 80).contains { $0.hasSuffix("…") })
  }

  @Test("a label that has no room beside its marks stands below them")
  func label() {
    let lines = lines(width: 60)
    #expect(lines.contains { $0.hasSuffix("^^^^^^^^^^^^^^^") })
    #expect(lines.contains { $0.hasSuffix("couples 'Shipment Method'") && !$0.contains("^") })
  }

  @Test("what a secret says is shown nowhere")
  func secrets() {
    let sample = Sample(("a.yaml", "key: hunter2hunter2 # hunter2hunter2 is not here\nname: x\n"))
    var secret = Finding("secret-in-file", "a password", at: sample.span("hunter2hunter2"))
    secret.secrets = [secret.span]
    let other = Finding("other", "'hunter2hunter2' is no field", at: sample.span("key"))
    let text = TextRenderer(color: false).render(sample.report(secret, other))
    #expect(text.contains("key: ••••••••••••••"))
    #expect(!text.contains("hunter2"))
    #expect(text.contains("'••••••••••••••' is no field"))
  }
}
