import MapRuntime
import Testing

@Suite("Numbers that become whole ones")
struct WholeNumberTests {
  private func reason(_ convert: () throws -> Int64) -> RecordRefusal.Reason? {
    do {
      _ = try convert()
      return nil
    } catch {
      return (error as? RecordRefusal)?.reason
    }
  }

  @Test("a number that its target does not hold is too large, a fraction too precise")
  func refusals() {
    let large: Int64 = 3_000_000_000
    #expect(reason { try RuleFitting.integer(large, rule: 0) } == .tooLarge)
    #expect(reason { try RuleFitting.integer(DecimalValue(3_000_000_000), rule: 0) } == .tooLarge)
    let half = DecimalValue(units: 5_000_000_000)
    #expect(reason { try RuleFitting.integer(half, rule: 0) } == .tooPrecise)
    #expect(reason { try RuleFitting.bigInteger(half, rule: 0) } == .tooPrecise)
  }

  @Test("a number that fits is that number")
  func fits() throws {
    #expect(try RuleFitting.integer(DecimalValue(-2_147_483_648), rule: 0) == -2_147_483_648)
    #expect(try RuleFitting.bigInteger(DecimalValue(3_000_000_000), rule: 0) == 3_000_000_000)
  }

  @Test("a fraction that was rounded on its way comes back as the whole number")
  func comesBack() {
    let back = WayBack(
      transforms: [], targetType: .decimal(places: 2), sourceType: .integer, cutsTo: nil)
    let stored = Value.decimal(DecimalValue(units: 25_000_000_000))
    #expect(back.comesBack(stored, as: .integer(3)))
    #expect(!back.comesBack(stored, as: .integer(2)))
  }
}
