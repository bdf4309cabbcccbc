import Testing

/// The picture of the modules in `docs/architecture.md`.
@Suite("The picture of the modules")
struct PictureTests {
  @Test("the picture shows what the manifest says")
  func manifest() throws {
    let drawn = try Self.drawn()
    let built = try Manifest.modules(of: Repository.modules())
    for module in try Repository.modules() {
      #expect(Self.reach(of: module, drawn) == Self.reach(of: module, built), "\(module)")
    }
  }

  @Test("it shows every module, and none that is not there")
  func modules() throws {
    let drawn = try Self.drawn()
    #expect(Set(drawn.keys).union(drawn.values.joined()) == Set(try Repository.modules()))
  }

  @Test("an arrow that others give already is not drawn")
  func redundant() throws {
    let drawn = try Self.drawn()
    for (module, needs) in drawn {
      for need in needs {
        let others = needs.subtracting([need])
        let reached = others.reduce(into: Set<String>()) { $0.formUnion(Self.reach(of: $1, drawn)) }
        #expect(!reached.contains(need), "\(module) --> \(need)")
      }
    }
  }

  @Test("the table below it has a row for each module, in the order of the house")
  func table() throws {
    let rows = try Repository.text(of: "docs/architecture.md")
      .matches(of: #/\n\| `(\w+)` \| [^|]+ \|/#).map { String($0.1) }
    #expect(rows.sorted() == (try Repository.modules()))
    for (index, module) in rows.enumerated() {
      let above = Set(rows[..<index])
      let needs = House.reach(of: module).intersection(rows)
      #expect(needs.isSubset(of: above), "\(module) stands above \(needs.subtracting(above))")
    }
  }

  /// What each module stands on, by the solid arrows.
  private static func drawn() throws -> [String: Set<String>] {
    var arrows: [String: Set<String>] = [:]
    for line in try Page("docs/architecture.md").fenced("mermaid") {
      guard let arrow = line.wholeMatch(of: #/\s*(\w+) --> (\w+)/#) else { continue }
      arrows[String(arrow.1), default: []].insert(String(arrow.2))
    }
    return arrows
  }

  private static func reach(of module: String, _ arrows: [String: Set<String>]) -> Set<String> {
    var reached: Set<String> = []
    var open = arrows[module] ?? []
    while let next = open.popFirst() {
      if reached.insert(next).inserted { open.formUnion(arrows[next] ?? []) }
    }
    return reached
  }
}
