import MapSetup
import Testing

@Suite struct ConnectionTests {
  private static func sales(_ credentials: String) -> String {
    """
    systems:
      sales:
        address: https://contoso.crm4.dynamics.com
        tenant: contoso.com
        client: 6b29fc40-ca47-1067-b31d-00dd010662da
        credentials: \(credentials)
    """
  }

  @Test func aSecretComesFromTheEnvironment() throws {
    let text = Self.sales("{ environment: SALES_SECRET }")
    #expect(SetupSample(text).marks == ["invalid-value \"SALES_SECRET\""])
    let setup = try #require(SetupSample(text, variables: ["SALES_SECRET": "x"]).output.setup)
    guard case .address(let address) = setup.sales else {
      Issue.record("no address")
      return
    }
    #expect(address.credentials == .environment(variable: "SALES_SECRET"))
  }

  @Test func aFileThatOthersMayReadIsRefused() {
    let text = Self.sales("{ file: secrets/sales }")
    #expect(SetupSample(text).marks == ["invalid-value \"secrets/sales\""])
    let open = SetupSample(text, modes: ["secrets/sales": 0o640])
    #expect(open.help == ["chmod 600 secrets/sales"])
    #expect(open.output.findings.first?.message.contains("0640") == true)
    #expect(SetupSample(text, modes: ["secrets/sales": 0o600]).output.setup != nil)
  }

  @Test func aSecretLosesTheLineBreakOfItsFile() throws {
    let surroundings = SetupSurroundings(
      variable: { _ in nil }, mode: { _ in 0o600 }, text: { _ in "secret\n" })
    #expect(try Credentials.file(path: "a").secret(in: surroundings) == "secret")
  }

  @Test func aSecretInTheFileIsAFinding() {
    let text = Self.sales("hunter2")
    #expect(SetupSample(text).marks == ["secret-in-file \"hunter2\""])
    let shaped = SetupSample("company: abc8Q~0123456789abcdefghijklmnopqrstuvwxyz0123")
    #expect(shaped.marks.first?.hasPrefix("secret-in-file") == true)
  }

  @Test(
    "what a key holds that is called as a secret is shown nowhere, whatever is wrong",
    arguments: [
      sales("hunter2"), sales("{ secret: hunter2 }"), sales("{ environmnt: hunter2 }"),
      "company: CRONUS\nsales-secret: hunter2", "credentials: { secret: hunter2, file: [hunter2] }",
      "company: CRONUS\nlogins:\n  - { user: me, password: hunter2, is: 'hunter2' }",
    ])
  func hiddenSecrets(_ text: String) {
    let sample = SetupSample(text)
    #expect(!sample.output.findings.isEmpty)
    #expect(!sample.report.contains("hunter2"), "\(sample.report)")
  }

  @Test("a secret of few characters is hidden where it is quoted, and no word that has it in it is")
  func shortSecret() {
    let report = SetupSample("company: CRONUS\ncredentials: { environment: ENV, secret: 'is' }")
      .report
    #expect(!report.contains("'is'") && !report.contains("secret: is"), "\(report)")
    let quoted = SetupSample("systems: { sales: { credentials: is } }").report
    #expect(!quoted.contains("'is'") && !quoted.contains("credentials: is"), "\(quoted)")
    #expect(quoted.contains("is"))
  }

  @Test func aRealSystemNeedsItsKeys() {
    let sample = SetupSample(
      "systems: { bc: { address: 'https://api.businesscentral.dynamics.com' } }")
    let messages = sample.output.findings.map(\.message)
    #expect(
      messages.contains {
        $0.contains("'tenant', 'client', 'credentials' and 'environment'")
      })
    #expect(messages.contains { $0.contains("needs 'company'") })
  }

  @Test(
    arguments: [
      ("ftp://contoso", "write it as in 'https://contoso.crm4.dynamics.com'"),
      ("http://contoso", "write 'https://'"), ("https://", "write 'https://'"),
    ])
  func anAddressIsEncrypted(address: String, help: String) {
    let sample = SetupSample("systems: { sales: { address: '\(address)' } }")
    #expect(sample.help == [help])
  }

  @Test func thisMachineNeedsNoEncryption() {
    let sample = SetupSample("systems: { sales: { address: 'http://localhost:8080' } }")
    #expect(sample.marks == [])
  }

  @Test func aSystemIsAFileOrAnAddress() {
    let both = SetupSample("systems: { bc: { embedded: a, tenant: b } }")
    #expect(both.marks == ["invalid-value \"b\""])
    #expect(SetupSample("systems: { bc: {} }").marks == ["missing-key \"{}\""])
  }
}
