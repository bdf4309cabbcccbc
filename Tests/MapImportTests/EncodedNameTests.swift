import Testing

@testable import MapImport

@Suite("Names that Business Central encodes")
struct EncodedNameTests {
  @Test(
    "a member's name is read as people see it",
    arguments: [
      ("Non_x002D_Inventory", "Non-Inventory"), ("_x0020_", " "), ("In_x0020_Review", "In Review"),
      ("plain_name", "plain_name"), ("_x00", "_x00"), ("_xZZZZ_", "_xZZZZ_"),
      ("a__x0020_b", "a_ b"), ("_x0020__x0020_", "  "),
    ])
  func decoded(encoded: String, name: String) {
    #expect(EncodedName.decoded(encoded) == name)
  }
}
