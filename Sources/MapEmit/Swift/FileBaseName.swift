import MapLanguage

/// The base name of the file that holds a mapping or table.
enum FileBaseName {
  static func of(_ name: String) -> String {
    FileName.ofPlain(name)
      ?? String(
        name.map { character in
          character.isASCII && (character.isLetter || character.isNumber) || character == "."
            || character == "-" ? character : "_"
        })
  }
}
