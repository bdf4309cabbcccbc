import MapRuntime
import Testing

@Suite("Rules of the runtime")
struct NamedRuleTests {
  @Test("a name that is not on the list")
  func unknown() {
    let project = CheckedProject(customer: "direction: to-sales\nrules: [one-curency, base-unit]")
    #expect(project.places == ["invalid-value at one-curency"], "\(project.report)")
    #expect(project.findings.first?.label == "did you mean 'one-currency'?")
  }

  @Test("every name is known in its direction", arguments: NamedRule.allCases)
  func known(rule: NamedRule) {
    let project = CheckedProject(customer: "direction: both\nrules: [\(rule.rawValue)]")
    #expect(project.findings.isEmpty, "\(project.report)")
  }

  @Test("a rule for the way to Sales does nothing on the way to BC")
  func direction() {
    let project = CheckedProject(customer: "direction: to-bc\nrules: [default-price-list]")
    #expect(project.places == ["invalid-value at default-price-list"], "\(project.report)")
  }

  @Test("there are at most fifteen")
  func few() { #expect(NamedRule.allCases.count <= 15) }
}
