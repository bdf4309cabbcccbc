import MapSource

/// A Business Central package: a header of 40 bytes that begins with NAVX, and a zip file in which
/// `SymbolReference.json` describes its tables.
enum PackageFile {
  /// The most that symbols may be, unpacked; the base application has a fifth of it.
  static let mostSymbols = 1 << 29
  private static let symbols = "symbolreference.json"

  /// The symbols as a file of their own, named after the package.
  /// - Throws: `ImportProblem` for what is no package, is damaged, has no symbols, or too many.
  static func symbols(
    of source: SourceFile, mostSymbols: Int = mostSymbols
  ) throws(ImportProblem) -> SourceFile {
    try symbols(in: source.bytes[...], of: source, mostSymbols, isInner: false)
  }

  private static func symbols(
    in bytes: ArraySlice<UInt8>, of source: SourceFile, _ limit: Int, isInner: Bool
  ) throws(ImportProblem) -> SourceFile {
    let archive = try ZipArchive(withoutHeader(bytes), in: source)
    // Names are compared and nothing else: no path leads anywhere.
    if let entry = archive.entries.first(where: { $0.name.lowercased() == symbols }) {
      return SourceFile(
        path: source.path + "/" + entry.name, bytes: try archive.read(entry, limit: limit))
    }
    // A package that is ready to run holds the one that was compiled, once.
    if !isInner, let inner = archive.entries.first(where: { $0.name.hasSuffix(".app") }) {
      let bytes = try archive.read(inner, limit: limit)
      return try symbols(in: bytes[...], of: source, limit, isInner: true)
    }
    throw ImportProblem(
      "the package has no SymbolReference.json", in: source,
      help: "take a package that AL built, or that it downloaded into .alpackages")
  }

  private static func withoutHeader(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.starts(with: Array("NAVX".utf8)) else { return bytes }
    let said = ByteReader(bytes).long(4) ?? 40
    return bytes.dropFirst(said >= 8 && said <= bytes.count ? said : 40)
  }
}
