import MapLanguage
import Testing

@Suite struct SecretTests {
  @Test(arguments: [
    "Server=tcp:x;User ID=sa;Password=hunter2!;",
    "AccountKey=abcdEFGH1234",
    "Authorization: Bearer 9f8a7b6c5d4e3f2a1b0c",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N",
    "-----BEGIN RSA PRIVATE KEY-----",
    "https://admin:s3cret@crm.example.com/api",
    "abc8Q~Zx9LmNo1PqRsTuVwXyZaBcDeFgHiJkLmNo",
    "k3Jd8sLq0Vb2Nx7Zp4Rt6Yw1Hc5Mf9Gu",
    "dGhpcyBpcyBub3QgYSBzZWNyZXQgMTIzNDU2Nzg5MA==",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "AKIAIOSFODNN7EXAMPLE",
  ])
  func looksLikeASecret(_ value: String) {
    let sample = Sample.one("description: '\(value)'")
    #expect(sample.marks() == ["secret-in-file \"'\(value)'\""])
    let message = sample.read().findings.first?.message ?? ""
    #expect(!message.contains(value))
  }

  @Test(arguments: [
    "5e0c6b1a-9f0e-4b5e-8f5a-0c7a6a1b2c3d",
    "5E0C6B1A9F0E4B5E8F5A0C7A6A1B2C3D",
    "Customers in Business Central and their accounts in Sales, with password= left out.",
    "https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/upgrade2024wave1",
    "bcbi_businesscentralordernumber", "PLLINE-PRODPRICE-2024-WAVE-1-UPDATE-AND-MORE",
    "SalesInvoiceHeaderPostedDocumentNumber2024Archive", "a@b.example.com, see //host/share",
    "customerid_account/primarycontactid/parentcustomerid", "password=$database-password",
    "Bearer bonds are not mapped, and neither is anything else",
    "the resulting total=amount minus discount", "1234567890123456789012345678901234567890",
  ])
  func looksLikeText(_ value: String) {
    #expect(Sample.marks(mapping: "description: '\(value)'") == [])
  }

  @Test func whatItsKeyIsCalledDoesNotMatter() {
    #expect(
      Sample.marks(fieldMap: "bc: Password, sales: client_secret, because: 'a token, by word'")
        == [])
    #expect(
      Sample.marks(fieldMap: "bc: A, constant: 'pwd=abcd1234'")
        == ["secret-in-file \"'pwd=abcd1234'\""])
  }
}
