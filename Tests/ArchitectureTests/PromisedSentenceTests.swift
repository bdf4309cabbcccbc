import Foundation
import Testing

/// What documents are promised to do (F15 to F28), sentence by sentence: each names the scenarios that
/// show it, or says openly why none does.
@Suite("The sentences that are promised of documents")
struct PromisedSentenceTests {
  @Test("every promise has sentences, each by a number of its own")
  func numbers() throws {
    let numbers = try PromisedSentence.all().map(\.number)
    #expect(Set(numbers).count == numbers.count)
    for promise in 15...28 {
      #expect(numbers.contains("F\(promise).1"), "F\(promise)")
    }
  }

  @Test("a sentence is shown by scenarios or says why not, and never both")
  func shownOrNot() throws {
    for sentence in try PromisedSentence.all() {
      #expect(!sentence.says.isEmpty, "\(sentence.number)")
      #expect(sentence.scenarios.isEmpty != sentence.reason.isEmpty, "\(sentence.number)")
    }
  }

  @Test("every scenario that is named has its file")
  func scenarios() throws {
    let files = Set(
      Repository.files(in: "Tests/Scenarios", ending: ".yaml")
        .compactMap { $0.split(separator: "/").last.map(String.init) })
    for sentence in try PromisedSentence.all() {
      for scenario in sentence.scenarios {
        #expect(files.contains(scenario + ".yaml"), "\(sentence.number): \(scenario)")
      }
    }
  }
}

/// A row of `Tests/Scenarios/SENTENCES.tsv`.
private struct PromisedSentence {
  let number: String
  let says: String
  /// The names of their files, without the ending.
  let scenarios: [String]
  /// Why no scenario shows it.
  let reason: String

  static func all() throws -> [PromisedSentence] {
    try Repository.text(of: "Tests/Scenarios/SENTENCES.tsv").split(separator: "\n").dropFirst()
      .map { row in
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        try #require(cells.count == 4, "\(row)")
        return PromisedSentence(
          number: cells[0], says: cells[1],
          scenarios: cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) },
          reason: cells[3])
      }
  }
}
