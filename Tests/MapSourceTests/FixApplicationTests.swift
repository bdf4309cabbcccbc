import MapSource
import Testing

@Suite("Fix application")
struct FixApplicationTests {
  private func sample(_ text: String) -> Sample { Sample(("a.yaml", text), ("b.yaml", "other")) }

  private func fix(_ edits: (Int32, Int32, String)...) -> Fix {
    Fix(
      certain: true,
      edits: edits.map { Fix.Edit(Span(file: 0, start: $0.0, end: $0.1), $0.2) })
  }

  private func apply(_ fixes: Fix..., to text: String) -> (text: String, dropped: [Fix]) {
    let result = FixApplication(fixes, to: sample(text).sources)
    return (String(decoding: result.bytes(of: 0), as: UTF8.self), result.dropped)
  }

  @Test("Every byte outside the edits stays: mark, line breaks, comments, ill-formed bytes")
  func otherBytes() {
    var sources = SourceSet()
    let before: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: x # c\r\n\tb\r".utf8) + [0xFF, 0x00]
    let file = sources.add(SourceFile(path: "a.yaml", bytes: before))
    let edit = Fix.Edit(Span(file: file, start: 6, end: 7), "ü")
    let result = FixApplication([Fix(certain: true, edits: [edit])], to: sources)
    var after = before
    after.replaceSubrange(6..<7, with: [0xC3, 0xBC])
    #expect(result.bytes(of: file) == after)
    #expect(result.changedFiles == [0])
  }

  @Test("Fixes are sorted by place, and may replace, insert and delete")
  func sorted() {
    let result = apply(fix((4, 5, "E")), fix((2, 2, "-")), fix((0, 1, "")), to: "abcdef")
    #expect(result.text == "b-cdEf")
    #expect(result.dropped.isEmpty)
  }

  @Test("Of overlapping fixes the first one in the file wins")
  func overlapping() {
    let late = fix((2, 5, "late"))
    let early = fix((1, 3, "EARLY"))
    let result = apply(late, early, to: "abcdef")
    #expect(result.text == "aEARLYdef")
    #expect(result.dropped == [late])
  }

  @Test("Of fixes of one place the one given first wins")
  func samePlace() {
    let result = apply(fix((1, 2, "X")), fix((1, 2, "Y")), to: "abc")
    #expect(result.text == "aXc")
    #expect(result.dropped == [fix((1, 2, "Y"))])
    let inserted = apply(fix((1, 1, "X")), fix((1, 1, "Y")), to: "abc")
    #expect(inserted.text == "aXbc")
    #expect(inserted.dropped == [fix((1, 1, "Y"))])
  }

  @Test("An insertion inside what is replaced overlaps it, one at its border does not")
  func insertions() {
    #expect(apply(fix((1, 3, "X")), fix((2, 2, "Y")), to: "abcd").text == "aXd")
    #expect(apply(fix((1, 3, "X")), fix((3, 3, "Y")), to: "abcd").text == "aXYd")
    #expect(apply(fix((1, 3, "X")), fix((1, 1, "Y")), to: "abcd").text == "aYXd")
    #expect(apply(fix((1, 2, "X")), fix((2, 3, "Y")), to: "abcd").text == "aXYd")
  }

  @Test("A fix is taken as a whole or not at all")
  func whole() {
    let first = fix((2, 3, "X"))
    let second = fix((3, 4, "Y"), (1, 3, "Z"))
    let third = fix((3, 4, "W"))
    // The second starts first, so it wins, and the other two go.
    #expect(apply(first, second, third, to: "abcde").text == "aZYe")
    let broad = fix((0, 1, "A"), (2, 3, "C"))
    let hit = fix((2, 3, "!"), (4, 5, "E"))
    let result = apply(broad, hit, to: "abcde")
    #expect(result.text == "AbCde")
    #expect(result.dropped == [hit])
  }

  @Test(
    "What cannot be an edit is dropped",
    arguments: [
      [(Int32(0), Int32(4))], [(2, 1)], [(-1, 1)], [(0, 2), (1, 3)], [(1, 1), (1, 1)], [],
    ])
  func impossible(spans: [(Int32, Int32)]) {
    let edits = spans.map { Fix.Edit(Span(file: 0, start: $0.0, end: $0.1), "X") }
    let result = FixApplication([Fix(certain: true, edits: edits)], to: sample("abc").sources)
    #expect(result.bytes(of: 0) == Array("abc".utf8))
    #expect(result.taken.isEmpty)
    #expect(result.dropped.count == 1)
    #expect(result.changedFiles.isEmpty)
  }

  @Test("A fix of two files that fails in one changes neither")
  func twoFiles() {
    let sample = sample("abc")
    let taken = Fix(certain: true, edits: [Fix.Edit(sample.span("the", in: 1), "T")])
    let both = Fix(
      certain: true,
      edits: [Fix.Edit(sample.span("b"), "B"), Fix.Edit(sample.span("other", in: 1), "O")])
    let alone = FixApplication([both], to: sample.sources)
    #expect(alone.changedFiles == [0, 1])
    #expect(alone.bytes(of: 1) == Array("O".utf8))
    // `both` starts in the first file, so it is the one that is taken.
    let result = FixApplication([taken, both], to: sample.sources)
    #expect(result.taken == [both])
    let blocked = Fix(certain: true, edits: [Fix.Edit(sample.span("a"), "A"), both.edits[1]])
    let last = FixApplication([both, blocked], to: sample.sources)
    #expect(last.taken == [blocked])
    #expect(last.bytes(of: 0) == Array("Abc".utf8))
  }
}
