import MapSync
import Testing

@testable import MapsyncCommands

@Suite("Where crash tests end the process")
struct KillSwitchTests {
  @Test("a moment and its turn; the first without one")
  func moments() {
    #expect(KillSwitch("after-write:17")?.checkpoint == .afterWrite)
    #expect(KillSwitch("after-write:17")?.turn == 17)
    #expect(KillSwitch("after-intent")?.turn == 1)
  }

  @Test(
    "anything else is no moment",
    arguments: [
      "", "sometime", "after-write:", "after-write:0", "after-write:x", "after-write:1:2",
    ])
  func others(text: String) { #expect(KillSwitch(text) == nil) }
}
