import MapSource

/// A case whose mappings have other names: no check may know one.
enum Renaming {
  /// Each mapping's name, where its file is named so, becomes another one wherever it stands.
  static func applied(to files: [SourceFile]) -> [SourceFile] {
    let names = files.compactMap { file -> String? in
      guard file.path.hasPrefix("mappings/"), file.path != "mappings/project.yaml" else {
        return nil
      }
      return String(file.path.dropFirst("mappings/".count).dropLast(".yaml".count))
    }
    // Longer ones first: QUOTE is a part of QUOTE-LINE.
    return names.sorted { $0.count > $1.count }.reduce(files) { files, name in
      guard name.contains(where: \.isLetter), name.allSatisfy({ $0.isUppercase || $0 == "-" })
      else { return files }
      return files.map { file in
        // What is no UTF-8 is about its bytes.
        guard String(validating: file.bytes, as: UTF8.self) != nil else { return file }
        return SourceFile(
          path: replaced(name, in: file.path), bytes: Array(replaced(name, in: text(file)).utf8))
      }
    }
  }

  private static func text(_ file: SourceFile) -> String {
    String(decoding: file.bytes, as: UTF8.self)
  }

  private static func replaced(_ name: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: name) {
      let before = rest[..<range.lowerBound].last
      let after = rest[range.upperBound...].first
      let isWhole = !isPart(before) && !isPart(after)
      result += rest[..<range.lowerBound] + (isWhole ? "ZZ-" + name : name)
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private static func isPart(_ character: Character?) -> Bool {
    guard let character else { return false }
    return character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}
