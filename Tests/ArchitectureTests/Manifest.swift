/// `Package.swift`, as far as it says what a module depends on.
enum Manifest {
  /// The modules among each module's dependencies.
  static func modules(of modules: [String]) throws -> [String: Set<String>] {
    let text = try Repository.text(of: "Package.swift").replacing(#/\.product\([^)]*\)/#, with: "")
    let heads = text.matches(
      of: #/(?:library\(|\.(?:target|executableTarget|systemLibrary)\(\s*name:)\s*"(\w+)"/#)
    let ends =
      text.matches(of: #/(?:library|tests|\.\w+[tT]arget|\.target|\.plugin|\.systemLibrary)\(/#)
      .map(\.range.lowerBound) + [text.endIndex]
    var dependencies: [String: Set<String>] = [:]
    for head in heads where modules.contains(String(head.1)) {
      let end = ends.first { $0 > head.range.lowerBound } ?? text.endIndex
      let named = text[head.range.upperBound..<max(end, head.range.upperBound)]
        .matches(of: #/"(\w+)"/#).map { String($0.1) }
      dependencies[String(head.1), default: []].formUnion(modules.filter(named.contains))
    }
    return dependencies
  }
}
