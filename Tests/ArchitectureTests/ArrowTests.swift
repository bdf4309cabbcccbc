import Testing

@Suite("The arrows between modules")
struct ArrowTests {
  @Test("every module has a place in the house")
  func places() throws {
    let modules = try Repository.modules()
    #expect(modules.count >= 9)
    for module in modules {
      #expect(House.arrows[module] != nil, "\(module) has no place in House.arrows")
    }
  }

  @Test("a file imports only what its module stands on")
  func arrows() throws {
    let files = try Repository.swiftFiles(in: "Sources")
    #expect(files.contains { !$0.imports.isEmpty })
    for file in files {
      let allowed = House.reach(of: file.module)
        .union(House.outside[file.path] ?? [])
        .union(House.outsideOfModule[file.module] ?? [])
      let others = file.imports.filter { !allowed.contains($0) }
      if House.compiler.union(["MapSource", "MapSyntax", "MapRuntime", "MapKeys"]).contains(
        file.module)
      {
        #expect(others.isEmpty, "\(file.path) imports \(others)")
      } else {
        let ours = others.filter { House.arrows[$0] != nil }
        #expect(ours.isEmpty, "\(file.path) imports \(ours)")
      }
    }
  }

  @Test("neither chain reaches the other, and no arrow goes round")
  func chains() {
    for module in House.runtime {
      let compiler = House.reach(of: module).intersection(House.compiler)
      #expect(compiler.isEmpty, "\(module) reaches \(compiler)")
    }
    for module in House.compiler {
      let runtime = House.reach(of: module).intersection(House.runtime)
      #expect(runtime == ["MapRuntime"], "\(module) reaches \(runtime)")
    }
    for module in House.arrows.keys {
      #expect(!House.reach(of: module).contains(module), "\(module) stands on itself")
    }
  }

  @Test("the runtime's values need the standard library only")
  func standardLibrary() throws {
    let imports = try Repository.swiftFiles(in: "Sources/MapRuntime").flatMap { file in
      file.imports.filter { !(House.outside[file.path]?.contains($0) ?? false) }
    }
    #expect(imports.isEmpty)
  }

  @Test("the manifest gives a target no more than the house does")
  func manifest() throws {
    let manifest = try Repository.text(of: "Package.swift")
    let calls = manifest.matches(of: #/library\(\s*"(\w+)",\s*\[([^\]]*)\]\)/#)
    #expect(calls.count >= 6)
    for call in calls {
      let module = String(call.1)
      let named = call.2.matches(of: #/"(\w+)"/#).map { String($0.1) }
      let ours = Set(named).intersection(House.arrows.keys)
      #expect(ours.isSubset(of: House.reach(of: module)), "\(module): \(named)")
    }
  }
}
