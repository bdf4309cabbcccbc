import MapSource
import Testing

@Suite("name-clash")
struct NameClashTests {
  @Test("two fields that become one name clash, until one has a name of its own")
  func fields() throws {
    let sales = ["name: a, type: text(5)"]
    let fields = ["{ bc: Name 2, sales: a, direction: to-sales }"]
    let project = SmallProject(
      bc: ["name: Name 2, type: text(5)", "name: Name-2, type: text(5)"], sales: sales,
      fields: fields)
    #expect(
      project.lines == [
        "name-clash: the fields 'Name 2' and 'Name-2' both become 'name2' in Swift"
      ])
    let settled = SmallProject(
      bc: ["name: Name 2, type: text(5)", "name: Name-2, type: text(5), swift-name: nameDash2"],
      sales: sales, fields: fields)
    #expect(settled.lines == [])
  }

  @Test("names that differ in Swift do not clash")
  func different() {
    let project = SmallProject(
      bc: ["name: VAT, type: decimal(2)", "name: VAT %, type: decimal(2)"],
      sales: ["name: a_b, type: decimal(2)", "name: ab, type: decimal(2)"],
      fields: ["{ bc: VAT, sales: ab }"])
    #expect(project.lines == [])
  }

  @Test("options of one field clash as well")
  func options() {
    let project = SmallProject(
      bc: ["name: A, type: option, values: { Net 30: 0, Net-30: 1 }"],
      sales: ["name: a, type: option, values: { Net 30: 0, Net-30: 1 }"],
      header: "direction: to-sales", fields: ["{ bc: A, sales: a }"])
    #expect(project.names == ["name-clash", "name-clash"])
  }

  @Test("mappings clash by type")
  func mappings() {
    var project = SmallProject(
      bc: ["name: A, type: text(5)"], sales: ["name: a, type: text(5)"],
      header: "direction: to-sales", fields: ["{ bc: A, sales: a }"])
    for name in ["ITEM-PRODUCT", "ITEM.PRODUCT"] {
      project.files["mappings/\(name).yaml"] = """
        mapping: \(name)
        tables: { bc: Thing, sales: thing }
        direction: to-sales
        fields: [{ bc: A, sales: a }]

        """
    }
    #expect(
      project.lines.filter { $0.hasPrefix("name-clash") } == [
        "name-clash: the mappings 'ITEM-PRODUCT' and 'ITEM.PRODUCT' both become 'ItemProduct' in "
          + "Swift"
      ])
  }

  @Test("a Swift name must be one")
  func badName() {
    let project = SmallProject(
      bc: ["name: A, type: text(5), swift-name: a-b"], sales: ["name: a, type: text(5)"],
      header: "direction: to-sales", fields: ["{ bc: A, sales: a }"])
    #expect(project.names == ["invalid-value"])
  }
}
