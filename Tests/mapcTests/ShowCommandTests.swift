import Foundation
import Testing

@Suite("mapc show")
struct ShowCommandTests {
  private static let fields = """
      - { bc: Name, sales: name, empty: refuse }
      - { bc: City, sales: city, transform: { prefix: 'in ' } }
      - { bc: Rate, sales: rate }
      - { bc: No., sales: city, enabled: false }
    """

  @Test("says of every answer who gave it")
  func answers() throws {
    let run = try SmallProject(fields: Self.fields).mapc("show", "CUSTOMER")
    #expect(run.status == 0)
    for line in [
      "CUSTOMER  mappings/CUSTOMER.yaml:1", "bc Customer -> sales account",
      "under person-ownership",
      "1. Name [text(100)] -> name [text(160)]  mappings/CUSTOMER.yaml:8",
      "empty: refuse  mappings/CUSTOMER.yaml:8",
      "empty: keep  defaults of the mapping, mappings/CUSTOMER.yaml:6",
      "length to-sales: at most 33 into 80",
      "too-precise: round  defaults of the project, mappings/project.yaml:4",
      "4. No. [code(20)] -> city [text(80)]  (disabled)", "Prerequisites (wave 0)\n  none",
    ] { #expect(run.output.contains(line), "\(line)") }
    #expect(run.output.contains(#/scope +coupled +left out/#))
  }

  @Test("names the transforms that settle on a two-way map")
  func settles() throws {
    let project = try SmallProject(
      fields: """
          - { bc: Name, sales: name, empty: refuse, too-long: cut, transform: [trim, uppercase] }
          - { bc: City, sales: city, too-long: cut, transform: { to-sales: [trim], to-bc: [trim] } }
        """, direction: "both")
    let run = try project.mapc("show", "CUSTOMER")
    #expect(run.status == 0, "\(run.error)")
    #expect(
      run.output.contains(
        "trim, uppercase to-bc: as it stands; each side keeps what goes over into what the other has"
      ))
    #expect(run.output.matches(of: #/as it stands/#).count == 1)
  }

  @Test("shows transforms as the language writes them")
  func transforms() throws {
    let project = try SmallProject(
      fields: """
          - { bc: Name, sales: name, empty: refuse, transform: [digits-only, { replace: [a, b] }] }
          - { bc: City, sales: city, transform: [title-case, { substring: [1, 5] }] }
        """)
    let run = try project.mapc("show", "CUSTOMER")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("digits-only, { replace: ['a', 'b'] }"), "\(run.output)")
    #expect(run.output.contains("title-case, { substring: [1, 5] }"))
  }

  @Test("shows what its author wrote, as its variants make it")
  func written() throws {
    let more = """
      create: { to-sales: { enabled-by: sleeping } }
      refuse: [{ when: { bc: { City: Nowhere } }, because: nobody lives there }]
      templates: [{ to: sales, set: { city: Oslo } }]
      variants:
        - if: person-ownership
          set: { create: { to-sales: { when: { bc: { City: Oslo } } } } }
          fields: { rate: { otherwise: 2 } }
      """
    let fields = """
        - { bc: Name, sales: name, empty: refuse }
        - { together: any-filled, fields: [{ bc: City, sales: city }] }
        - { bc: Rate, sales: rate, values: { 1: 2, 2: 3 }, otherwise: 1 }
      """
    let project = try SmallProject(fields: fields, more: more)
    try project.folder.write(
      """
      project: example
      features:
        ownership: [person-ownership, team-ownership]
      settings: { sleeping: { type: boolean } }
      """, to: "mappings/project.yaml")
    let run = try project.mapc("show", "CUSTOMER")
    #expect(run.status == 0, "\(run.error)")
    #expect(
      run.output.contains(
        #/create.to-sales +\{ enabled-by: sleeping, when: \{ bc: \{ City: Oslo \} \} \}/#))
    #expect(
      run.output.contains(
        #/refuse +\{ when: \{ bc: \{ City: Nowhere \} \}, because: nobody lives there \}/#))
    #expect(run.output.contains(#/template +\{ to: sales, set: \{ city: Oslo \} \}/#))
    for line in ["together: block 1", "values: { 1: 2, 2: 3 }", "otherwise: 2"] {
      #expect(run.output.contains(line), "\(line)")
    }
  }

  @Test("writes JSON of version 1")
  func json() throws {
    struct Shown: Decodable {
      struct Field: Decodable {
        let bc: String?
        let sales: String?
        let direction: String
        let enabled: Bool
      }
      let version: Int
      let mapping: String
      let features: [String]
      let direction: String
      let fields: [Field]
    }
    let run = try SmallProject(fields: Self.fields).mapc("show", "CUSTOMER", "--format", "json")
    let shown = try JSONDecoder().decode(Shown.self, from: Data(run.output.utf8))
    #expect(shown.version == 1)
    #expect(shown.mapping == "CUSTOMER")
    #expect(shown.features == ["person-ownership"])
    #expect(shown.direction == "to-sales")
    #expect(shown.fields.compactMap(\.bc) == ["Name", "City", "Rate", "No."])
    #expect(shown.fields.map(\.enabled) == [true, true, true, false])
  }

  @Test("knows no mapping that features leave out, and none that is not there")
  func missing() throws {
    let project = try SmallProject()
    let left = try project.mapc("show", "CUSTOMER", "--features", "team-ownership")
    #expect(left.status == 1)
    #expect(left.error == "mapc: 'CUSTOMER' does not exist under team-ownership\n")
    let unknown = try project.mapc("show", "CUSTOMERS")
    #expect(unknown.status == 2)
    #expect(unknown.error == "mapc: there is no mapping 'CUSTOMERS'; did you mean 'CUSTOMER'?\n")
    let feature = try project.mapc("show", "CUSTOMER", "--features", "person-ownrship")
    #expect(feature.status == 2)
    #expect(feature.error.contains("did you mean person-ownership?"))
    let tried = try project.mapc(
      "try", "CUSTOMER", "--direction", "to-sales", "--record", "-", "--features",
      "person-ownrship")
    #expect(tried.status == 2)
    #expect(tried.error == feature.error)
    #expect(try project.mapc("graph", "--order", "").status == 2)
  }

  @Test("says of a right order that it is one")
  func rightOrder() throws {
    let run = try SmallProject().mapc("graph", "--order", "CUSTOMER")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "1 mapping stands in a right order\n")
  }

  @Test("shows nothing of a project with errors but the errors")
  func errors() throws {
    let run = try SmallProject(fields: "  - { bc: Nme, sales: name }").mapc("show", "CUSTOMER")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("error[unknown-field]"))
  }
}
