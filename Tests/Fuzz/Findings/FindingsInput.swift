import MapSource

/// A small project in one input, written like the cases of the UI tests.
///
/// A line `#--- PATH` begins a file, `#--- use PATH…` takes files that every input may use. What
/// stands before the first such line is a mapping beside tables that do not change.
struct FindingsInput {
  let files: [SourceFile]

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let mark = Array("#--- ".utf8)
  private static let use = Array("use ".utf8)
  private static let beside = [
    "ui/mappings/project.yaml", "ui/schemas/bc/Customer.yaml", "ui/schemas/sales/account.yaml",
  ]

  init(_ input: [UInt8], base: FuzzBase) {
    var files: [SourceFile] = []
    var path: String?
    var start = 0
    func finish(_ end: Int) {
      let bytes = Array(input[start..<end])
      if let path {
        files.append(SourceFile(path: path, bytes: bytes))
      } else if end > start {
        files.append(SourceFile(path: "mappings/CUSTOMER.yaml", bytes: bytes))
        files += Self.beside.compactMap { base.files[$0] }
      }
    }
    var line = 0
    while line < input.count {
      let end = input[line...].firstIndex(of: Self.newline) ?? input.count
      let text = input[line..<end]
      if text.starts(with: Self.mark) {
        finish(line)
        let rest = text.dropFirst(Self.mark.count)
        if rest.starts(with: Self.use) {
          for name in rest.dropFirst(Self.use.count).split(separator: Self.space) {
            if let file = base.files[String(decoding: name, as: UTF8.self)] { files.append(file) }
          }
          // Nothing belongs to such a line; a path that means nothing is passed over.
          path = ""
        } else {
          path = String(decoding: rest, as: UTF8.self)
        }
        start = min(end + 1, input.count)
      }
      line = end + 1
    }
    finish(input.count)
    self.files = files
  }
}
