import ArgumentParser
import MapRuntime
import MapSource

/// What a shell offers where a command takes a name of the program's own.
enum Completions {
  static let mapping = CompletionKind.custom { _, _, _ in mappings }
  static let mappingList = CompletionKind.custom { _, _, typed in
    NameList.completions(of: typed, with: mappings)
  }
  static let table = CompletionKind.custom { _, _, _ in tables }
  /// A record as `why` takes it: `Customer:`, and then its key.
  static let record = CompletionKind.custom { _, _, _ in tables.map { "\($0):" } }

  /// The mappings of the build, whatever features are on.
  private static var mappings: [String] {
    let program = RunningProgram.current
    let usual = Set(program.choices.compactMap(\.first))
    let sets =
      [usual]
      + program.choices.flatMap { choice in
        choice.dropFirst().map { usual.subtracting(choice).union([$0]) }
      }
    return Set(sets.flatMap { program.mappings($0).map { $0.policy.name } }).sorted()
  }

  private static var tables: [String] {
    Set(RunningProgram.current.tables.map(\.name)).sorted()
  }
}
