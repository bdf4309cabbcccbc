import MapLanguage
import MapRuntime
import Testing

@Suite struct DocumentTests {
  private func document(_ text: String) throws -> DocumentRules {
    try #require(Sample.mapping(text)).document
  }

  @Test func statesAndEffects() throws {
    let sample = Sample.one(
      """
      states: { Active: take-in, Paid: state-only }
      after:
        created:
          state: Active/Billed
          set: { sales: { a: empty, b: 'empty' }, bc: { C: $today } }
        deleted: { uncouple: true, archive: quoteid, release: true, call: hook, if: a }
      timeline: [released, invoiced]
      notes: both
      """)
    let document = try #require(sample.read().model.mappings.first).alternatives[0].mapping.document
    #expect(document.states?.map(\.state.value) == ["Active", "Paid"])
    #expect(document.states?.map(\.rule.value) == [.takeIn, .stateOnly])
    let created = try #require(document.after.first)
    #expect(created.event.value == .created)
    #expect(sample.text(created.event.map { _ in "" }) == "created")
    #expect(created.state.map(sample.text) == "Active")
    #expect(created.status.map(sample.text) == "Billed")
    #expect(created.setSales.map(\.value.value) == [.null, .text("empty")])
    #expect(created.setBC.map(\.value.value) == [.variable("today")])
    let deleted = document.after[1]
    #expect(deleted.uncouples && deleted.releases)
    #expect(deleted.archive?.value == "quoteid")
    #expect(deleted.call?.value == "hook")
    #expect(deleted.condition.terms.map(\.feature) == ["a"])
    #expect(document.timeline.map(\.value) == [.released, .invoiced])
    #expect(document.notes?.value == .both)
  }

  @Test func amounts() throws {
    let document = try document(
      """
      freight: { from: f, account: $freight-account }
      invoice-discount: { from: [a, b], lines: l, rest: r }
      """)
    #expect(document.freight?.from.value == "f")
    #expect(document.freight?.account.value == .variable("freight-account"))
    #expect(document.invoiceDiscount?.from.map(\.value) == ["a", "b"])
    #expect(document.invoiceDiscount?.lines?.value == "l")
    #expect(document.invoiceDiscount?.rest?.value == "r")
  }

  @Test func quotes() throws {
    let document = try document(
      """
      versions: { same: q, number: r, earlier: Closed/Revised, then: [archive, replace] }
      won:
        state: Won
        order: { sales: salesorder, by: quoteid }
        submitted: [create-order, archive]
        not-submitted: release
        missing: refuse
      """)
    #expect(document.versions?.earlierState.value == "Closed")
    #expect(document.versions?.earlierStatus?.value == "Revised")
    #expect(document.versions?.then.map(\.value) == [.archive, .replace])
    #expect(document.won?.orderTable.value == "salesorder")
    #expect(document.won?.submitted.map(\.value) == [.createOrder, .archive])
    #expect(document.won?.notSubmitted.map(\.value) == [.release])
    #expect(document.won?.missing == .refuse)
  }

  @Test func lines() throws {
    let toBC = try document(
      """
      order-by: sequencenumber
      write-in: { when: { sales: { p: empty } }, product: { Type: $t, No.: $n } }
      overflow:
        from: [d, e]
        into: comment-lines
        description: { product: begin, write-in: keep }
      """)
    #expect(toBC.orderBy?.value == "sequencenumber")
    #expect(toBC.writeIn?.product.map(\.field.value) == ["Type", "No."])
    #expect(toBC.overflow?.from.map(\.value) == ["d", "e"])
    #expect(toBC.overflow?.product == .begin)
    #expect(toBC.overflow?.writeIn == .keep)
    let toSales = try document(
      "write-in: { when: { bc: {} }, text: { sales: d, from: '{No.} {D}' } }")
    #expect(toSales.writeIn?.textField?.value == "d")
    #expect(toSales.writeIn?.text?.fields.map(\.value) == ["No.", "D"])
  }
}
