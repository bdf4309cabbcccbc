import MapSource
import Testing

@Suite("How a case is read")
struct HarnessTests {
  @Test("comments say which finding stands here, above and below")
  func expectations() throws {
    let project = try Case(
      "names/x",
      text: """
        # A description.
        #--- use schemas/bc/Customer.yaml schemas/sales/account.yaml
        #--- mappings/A.yaml
        #~v warning b "below"
        one: 1 #~ error a "here" #~ error c "here too"
        two: 2
        #~^ error d "above"
        """
    ) { _ in Array("base".utf8) }
    #expect(
      project.files.map(\.path) == [
        "mappings/A.yaml", "schemas/bc/Customer.yaml", "schemas/sales/account.yaml",
      ])
    #expect(project.files[0].text(0, 100) == "one: 1\ntwo: 2")
    #expect(
      project.expected.map(\.description) == [
        "mappings/A.yaml:1: warning: …below… [b]", "mappings/A.yaml:1: error: …here… [a]",
        "mappings/A.yaml:1: error: …here too… [c]", "mappings/A.yaml:2: error: …above… [d]",
      ])
  }

  @Test(
    "what cannot be read is no case",
    arguments: [
      "#--- a.yaml\none: 1 #~ eror a \"b\"", "one: 1", "#--- a.yaml\none: 1\n#~v error a \"b\"",
    ])
  func unreadable(text: String) {
    #expect(throws: Case.Problem.self) { try Case("names/x", text: text) { _ in [] } }
  }

  @Test("repetitions, bytes and other encodings are written out")
  func expansion() {
    #expect(Expansion.bytes(of: ["a: «3×k№,»b"]) == Array("a: k1,k2,k3,b".utf8))
    #expect(Expansion.bytes(of: ["a«hex FF00»b"]) == [0x61, 0xFF, 0x00, 0x62])
    #expect(Expansion.bytes(of: ["«utf-16»", "é"]) == [0xFF, 0xFE, 0xE9, 0x00])
  }

  @Test("only whole names are renamed")
  func renaming() {
    let files = [
      SourceFile(path: "mappings/QUOTE.yaml", text: "mapping: QUOTE\n"),
      SourceFile(path: "mappings/QUOTE-LINE.yaml", text: "parent: QUOTE # QUOTES, MY-QUOTE"),
    ]
    let renamed = Renaming.applied(to: files)
    #expect(renamed.map(\.path) == ["mappings/ZZ-QUOTE.yaml", "mappings/ZZ-QUOTE-LINE.yaml"])
    #expect(renamed[1].text(0, 100) == "parent: ZZ-QUOTE # QUOTES, MY-QUOTE")
  }
}
