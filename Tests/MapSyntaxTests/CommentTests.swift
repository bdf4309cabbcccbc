import MapSource
import MapSyntax
import Testing

@Suite("Comments to mapc")
struct CommentTests {
  private func comments(_ text: String) -> [SyntaxTree.Comment] {
    SyntaxParser.parse(SourceFile(path: "a.yaml", text: text), file: 0).tree.commentsForMapc()
  }

  private func below(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return comments(text).map { String(decoding: bytes[$0.lineBelow], as: UTF8.self) }
  }

  @Test("a comment is what stands behind a free '#'")
  func found() {
    let text = "a: b   #  mapc: one  \n# about mapc: two\nc: d#mapc: three\n"
    #expect(comments(text).map(\.text) == ["mapc: one", "about mapc: two"])
    let bytes = Array(text.utf8)
    let texts = comments(text).map { comment in
      String(decoding: bytes[Int(comment.span.start)..<Int(comment.span.end)], as: UTF8.self)
    }
    #expect(texts == ["#  mapc: one  ", "# about mapc: two"])
  }

  @Test(
    "a '#' inside a scalar is none",
    arguments: [
      "a: 'x # mapc: y'", "a: \"x # mapc: y\"", "a: |\n  # mapc: y\n",
      "a: >\n  x\n  # mapc: y\nb: c",
      "a: 'x\n  # mapc: y'",
    ])
  func scalar(text: String) { #expect(comments(text).isEmpty) }

  @Test("a comment behind a block text is one")
  func behind() { #expect(comments("a: |\n  x\n# mapc: y\nb: c").count == 1) }

  @Test("the line below is the next that is no comment")
  func line() {
    #expect(below("# mapc: x\n# more\n  # mapc: y\nkey: value\n") == ["key: value", "key: value"])
    #expect(below("# mapc: x\r\nkey: value\r\n") == ["key: value"])
    #expect(below("# mapc: x\n\nkey: value") == [""])
    #expect(below("key: value\n# mapc: x") == [""])
  }
}
