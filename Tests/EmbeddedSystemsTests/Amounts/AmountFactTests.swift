import Testing

@Suite("Amounts as Business Central counts them")
struct AmountFactTests {
  /// What the rows ask for, by their 'op'.
  private static let questions: [String: @Sendable (Fact) throws -> Fact] = LineFacts.questions
    .merging(DocumentFacts.questions) { first, _ in first }
    .merging(LedgerFacts.questions) { first, _ in first }
    .merging(ImportFacts.questions) { first, _ in first }

  @Test("every fact about amounts holds", arguments: try AmountFact.all())
  func holds(_ fact: AmountFact) throws {
    let question = try fact.inputs.text("op")
    let answer = try #require(Self.questions[question], "\(fact): nobody answers '\(question)'")
    let differences = try answer(fact.inputs).differences(from: fact.outputs)
    #expect(differences == [], "\(fact)")
  }

  @Test("there are the facts of every rule, and a wrong one is noticed")
  func facts() throws {
    let facts = try AmountFact.all()
    #expect(facts.count == 114)
    #expect(Set(facts.map(\.id)).count == facts.count)
    let line = try #require(facts.first { $0.id == "L01" })
    let question = try #require(Self.questions["line"])
    let answer = try question(line.inputs)
    #expect(answer.differences(from: line.outputs) == [])
    #expect(answer.differences(from: .object(["lineAmount": .text("90.01")])).count == 1)
    #expect(answer.differences(from: .object(["tip": .text("1")])).count == 1)
  }
}
