import MapSource
import Testing

@Suite("Names with commas between them")
struct NameListTests {
  @Test(
    "blanks around a name do not count, those within it do",
    arguments: [
      ("A,B", ["A", "B"]), (" A , B ", ["A", "B"]), ("UNIT GROUP, A", ["UNIT GROUP", "A"]),
      ("", []), ("A,,B", ["A", "B"]),
    ])
  func names(text: String, names: [String]) {
    #expect(NameList.names(in: text) == names)
  }

  @Test(
    "a list that is typed goes on with a name that it lacks",
    arguments: [
      ("", ["A", "B"]), ("A", ["A", "B"]), ("A,", ["A,B"]), ("A, ", ["A,B"]), ("B,A,", []),
    ])
  func completions(typed: String, lists: [String]) {
    #expect(NameList.completions(of: typed, with: ["A", "B"]) == lists)
  }
}
