extension Finding {
  /// The message with its label, for formats that show no source.
  var sentence: String { label.isEmpty ? message : "\(message) (\(label))" }

  /// What follows a finding in formats without a place for it: help, example, features.
  var remarks: [String] {
    var remarks: [String] = []
    if let help { remarks.append("help: \(help)") }
    if let example { remarks += example.lines.map { "example: \($0)" } }
    if let features {
      remarks.append("features: " + (features.isEmpty ? "none" : features.joined(separator: ", ")))
    }
    return remarks
  }
}
