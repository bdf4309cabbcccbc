/// Writes a project of mappings for measuring: `Corpus KIND COUNT PAIRS FOLDER [PROTO-FOLDER]`.
///
/// `plain` has one-way mappings that refer to each other; `rich` has two-way maps, features,
/// variants and documents. The same arguments give the same bytes. The other folder gets the same
/// fields as Protocol Buffers, a file for each mapping.
@main
struct Corpus {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 4, let count = Int(arguments[2]), let pairs = Int(arguments[3]),
      pairs > 0, count >= pairs
    else {
      print("usage: Corpus plain|rich COUNT PAIRS FOLDER [PROTO-FOLDER]")
      return
    }
    let names = CorpusNames(pairs: pairs)
    let size = CorpusSize(mappings: count, pairs: pairs)
    let files =
      arguments[1] == "rich"
      ? RichProject(names: names, size: size).files
      : PlainProject(names: names, size: size).files
    try CorpusFolder(arguments[4]).write(files)
    if let folder = arguments.dropFirst(4).first {
      try CorpusFolder(folder).write(ProtocolFiles(names: names, size: size).files)
    }
  }
}
