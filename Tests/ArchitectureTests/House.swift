/// Which module stands on which: the arrows of the architecture, one way each.
enum House {
  /// What a module is built on; it may import that and all that lies below.
  static let arrows: [String: [String]] = [
    // The floor.
    "CLibYAML": [],
    "MapSource": [],
    "MapSyntax": ["MapSource", "CLibYAML"],
    "MapRuntime": [],
    "MapKeys": ["MapRuntime", "MapSyntax"],
    // The compiler.
    "MapLanguage": ["MapKeys"],
    "MapCheck": ["MapLanguage"],
    "MapPlan": ["MapCheck"],
    "MapEmit": ["MapPlan"],
    "MapCompiler": ["MapEmit"],
    "mapc": ["MapCompiler"],
    "CZlib": [],
    "MapImport": ["CZlib", "MapCompiler"],
    "MapcImport": ["MapImport"],
    // The runtime.
    "CMalloc": [],
    "DefaultMappings": ["MapRuntime"],
    "MapSync": ["MapRuntime"],
    "MapDocuments": ["MapSync"],
    "EmbeddedSystems": ["MapRuntime"],
    "MapStoreSQLite": ["MapSync", "EmbeddedSystems"],
    "MapStoreOData": ["MapSync"],
    "MapEmulator": ["EmbeddedSystems"],
    "MapSetup": ["MapSync", "MapKeys"],
    "MapScenario": ["MapDocuments", "MapSetup"],
    "MapsyncCommands": [
      "CMalloc", "MapDocuments", "MapStoreSQLite", "MapStoreOData", "MapEmulator", "MapSetup",
      "MapScenario",
    ],
    "mapsync": ["MapsyncCommands", "DefaultMappings"],
  ]

  static let compiler: Set = [
    "MapLanguage", "MapCheck", "MapPlan", "MapEmit", "MapCompiler", "mapc", "MapImport",
    "MapcImport",
  ]

  static let runtime: Set = [
    "MapRuntime", "DefaultMappings", "MapSync", "MapDocuments", "EmbeddedSystems",
    "MapStoreSQLite", "MapStoreOData", "MapEmulator", "MapSetup", "MapScenario",
    "MapsyncCommands", "mapsync",
  ]

  /// What the compiler's modules and the runtime's values may import besides, by file.
  static let outside: [String: Set<String>] = [
    // JSON is written by the library; nothing else in the compiler needs one.
    "Sources/MapSource/Rendering/EncodedJSON.swift": ["Foundation", "FoundationEssentials"],
    "Sources/MapEmit/Graph/EncodedGraph.swift": ["Foundation", "FoundationEssentials"],
    // The standard library composes texts, and shows it on some systems through Foundation only.
    "Sources/MapRuntime/Values/Code.swift": ["Swift", "Foundation"],
    // Threads, a byte that the system finds, and a value that is made once.
    "Sources/MapSource/Parallel.swift": ["Glibc", "Darwin"],
    "Sources/MapSource/WorkQueue.swift": ["Glibc", "Darwin"],
    "Sources/MapSyntax/Comments.swift": ["Glibc", "Darwin"],
    "Sources/MapKeys/Keys/OnFirstUse.swift": ["Synchronization"],
  ]

  /// What all files of a module may import besides.
  static let outsideOfModule: [String: Set<String>] = [
    "mapc": ["ArgumentParser", "Glibc", "Darwin"],
    // What systems send is XML, JSON and zip files.
    "MapImport": ["Foundation", "FoundationXML"],
    "MapcImport": ["ArgumentParser", "Foundation"],
    "MapsyncCommands": [
      "ArgumentParser", "Logging", "Metrics", "Dispatch", "Synchronization",
      "FoundationEssentials", "Glibc", "Darwin",
    ],
  ]

  /// A module and everything below it.
  static func reach(of module: String) -> Set<String> {
    var reached: Set<String> = []
    var open = arrows[module] ?? []
    while let next = open.popLast() {
      if reached.insert(next).inserted { open += arrows[next] ?? [] }
    }
    return reached
  }
}
