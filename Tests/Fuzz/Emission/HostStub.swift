/// What a target would supply beside generated code: the functions that it names.
enum HostStub {
  static func text(for files: [String]) -> String {
    var text = "\npublic enum HostFunctions: MappingFunctions {\n"
    for file in files {
      var isRequired = false
      var lines: [Substring] = []
      func finish() {
        guard !lines.isEmpty else { return }
        let code = lines.joined(separator: "\n")
        text += "public \(code) \(code.contains(") ->") ? "{ nil }" : "{}")\n"
        lines = []
      }
      for line in file.split(separator: "\n") {
        if line.hasPrefix("public protocol MappingFunctions") {
          isRequired = true
        } else if isRequired, line == "}" {
          finish()
          isRequired = false
        } else if isRequired {
          // A long one goes on below.
          if line.hasPrefix("  static func ") { finish() }
          lines.append(line)
        }
      }
    }
    return text + "}\n"
  }
}
