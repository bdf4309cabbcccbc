import ArgumentParser
import MapCompiler
import MapLanguage
import MapSource

/// What a shell offers where a command takes a name of the project's own.
enum Completions {
  static let mapping = CompletionKind.custom { words, _, _ in mappings(words) }
  static let mappingList = CompletionKind.custom { words, _, typed in
    NameList.completions(of: typed, with: mappings(words))
  }
  static let featureList = CompletionKind.custom { words, _, typed in
    NameList.completions(of: typed, with: features(words))
  }

  private static func mappings(_ words: [String]) -> [String] {
    Set(model(words)?.mappings.map(\.name.value) ?? []).sorted()
  }

  private static func features(_ words: [String]) -> [String] {
    model(words)?.project.choices.flatMap { $0.values.map(\.value) } ?? []
  }

  /// The project that the command line is about; a shell is told of no problem.
  private static func model(_ words: [String]) -> Model? {
    let named = words.firstIndex(of: "--root").flatMap { place in
      words.indices.contains(place + 1) ? words[place + 1] : nil
    }
    guard let root = try? ProjectRoot.find(named), let files = try? ProjectReader.read(root) else {
      return nil
    }
    return Compiler.model(files)
  }
}
