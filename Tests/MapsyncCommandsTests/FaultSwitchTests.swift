import Testing

@testable import MapsyncCommands

@Suite("Where tests let writes fail")
struct FaultSwitchTests {
  @Test("a rate and a seed; zero without one")
  func rates() {
    #expect(FaultSwitch("50:7")?.oneIn == 50)
    #expect(FaultSwitch("50:7")?.seed == 7)
    #expect(FaultSwitch("50")?.seed == 0)
  }

  @Test("anything else is no rate", arguments: ["", "often", "0", "50:", "50:x", "50:1:2", "-1"])
  func others(text: String) { #expect(FaultSwitch(text) == nil) }
}
