import MapSync
import Testing

@Suite("What is suggested for a record of a two-way mapping (R D-40)")
struct SyncAdviceTests {
  @Test(
    "the side that changed travels; neither or both without a conflict are merged",
    arguments: [
      (true, false, SyncAdvice.Choice.send), (false, true, .get), (false, false, .merge),
      (true, true, .merge),
    ])
  func suggestion(bc: Bool, sales: Bool, suggestion: SyncAdvice.Choice) {
    let advice = SyncAdvice(isBCChanged: bc, isSalesChanged: sales, hasConflict: false)
    #expect(advice.suggestion == suggestion)
    #expect(advice.choices == [.send, .get, .merge])
  }

  @Test("with a conflict only a person can choose, and not to merge")
  func conflict() {
    let advice = SyncAdvice(isBCChanged: true, isSalesChanged: true, hasConflict: true)
    #expect(advice.suggestion == nil)
    #expect(advice.choices == [.send, .get])
  }
}
