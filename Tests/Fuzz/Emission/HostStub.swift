/// What a target would supply beside generated code: the functions that it names.
enum HostStub {
  static func text(for files: [String]) -> String {
    var text = "\npublic enum HostFunctions: MappingFunctions {\n"
    for file in files {
      for line in file.split(separator: "\n") where line.hasPrefix("  static func ") {
        text += "  public \(line.dropFirst(2)) { nil }\n"
      }
    }
    return text + "}\n"
  }
}
