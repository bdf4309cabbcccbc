/// A mapping as compiled, for people to read in a terminal.
public struct ShownMappingText: Sendable {
  private let path: @Sendable (String) -> String

  /// `path` makes the path to show from the one relative to the root.
  public init(path: @escaping @Sendable (String) -> String = { $0 }) { self.path = path }

  private func line(of place: GraphPlace) -> String { "\(path(place.file)):\(place.line)" }

  public func render(_ mapping: ShownMapping) -> String {
    var blocks = [head(mapping)]
    blocks.append(table(mapping.answers + mapping.rules))
    blocks.append(prerequisites(mapping))
    let fields = mapping.fields.enumerated().map { field($0, $1) }
    blocks.append("Fields, in this order\n" + fields.joined())
    if !mapping.tests.isEmpty {
      blocks.append("Tests\n" + mapping.tests.map { "  \(PlainText.line($0))\n" }.joined())
    }
    return blocks.joined(separator: "\n")
  }

  private func head(_ mapping: ShownMapping) -> String {
    var text = "\(PlainText.line(mapping.mapping))  \(line(of: mapping.place))\n"
    if let description = mapping.description { text += PlainText.line(description) + "\n" }
    text += "bc \(mapping.bc) \(arrow(mapping.direction)) sales \(mapping.sales)\n"
    if !mapping.features.isEmpty {
      text += "under \(mapping.features.joined(separator: ", "))\n"
    }
    return text
  }

  private func arrow(_ direction: String) -> String {
    switch direction {
    case "to-sales": "->"
    case "to-bc": "<-"
    default: "<->"
    }
  }

  /// Keys, what holds and who says so, in columns.
  private func table(_ answers: [Answer]) -> String {
    let widths = (
      answers.map(\.key.count).max() ?? 0, min(40, answers.map(\.value.count).max() ?? 0)
    )
    return answers.map { answer in
      let key = padded(answer.key, widths.0)
      let value = padded(PlainText.line(answer.value), widths.1)
      return "  \(key)  \(value)  \(said(answer))\n"
    }.joined()
  }

  private func prerequisites(_ mapping: ShownMapping) -> String {
    var text = "Prerequisites (wave \(mapping.wave))\n"
    for need in mapping.prerequisites {
      let fields = need.fields.isEmpty ? "" : " \(need.fields.joined(separator: ", "))"
      let why = need.reason == "through" ? "field\(fields)" : need.reason
      let places = need.places.map { line(of: $0) }.joined(separator: ", ")
      text +=
        "  \(need.soft ? "does not wait for" : "needs") \(PlainText.line(need.mapping))  "
        + "\(why)  \(places)\n"
    }
    return mapping.prerequisites.isEmpty ? text + "  none\n" : text
  }

  private func field(_ number: Int, _ field: ShownFieldMap) -> String {
    let bc = end(field.bc, field.bcType)
    let sales = end(field.sales, field.salesType)
    let off = field.enabled ? "" : "  (disabled)"
    let ends = [bc, sales].compactMap { $0 }.joined(separator: " \(arrow(field.direction)) ")
    var lines = ["  \(number + 1). \(ends)\(off)  \(line(of: field.place))"]
    func add(_ line: String) { lines.append("     " + PlainText.line(line)) }
    if let source = field.source { add("source: \(source)") }
    if !field.through.isEmpty { add("through \(field.through.joined(separator: ", "))") }
    if !field.follow.isEmpty { add("follow \(field.follow.joined(separator: ", "))") }
    if let block = field.together { add("together: block \(block + 1), if any of it is filled") }
    for (direction, steps) in field.transforms.sorted(by: { $0.key < $1.key }) {
      add("transform \(direction): \(steps.joined(separator: ", "))")
    }
    if !field.settles.isEmpty {
      add(
        "\(field.settles.joined(separator: ", ")) to-bc: as it stands; each side keeps what goes over "
          + "into what the other has")
    }
    if let values = field.values { add("values: \(values)") }
    for length in field.lengths {
      add(
        "length \(length.direction): \(length.longest.map { "at most \($0)" } ?? "any") "
          + "into \(length.holds.map(String.init) ?? "any")")
    }
    for answer in field.answers { add("\(answer.key): \(answer.value)  \(said(answer))") }
    if let because = field.because { add("because \(because)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func end(_ name: String?, _ type: String?) -> String? {
    name.map { "\(PlainText.line($0)) \(type.map { "[\($0)]" } ?? "")" }
  }

  private func said(_ answer: Answer) -> String {
    let place = answer.place.map { line(of: $0) } ?? ""
    return switch answer.from {
    case .author: place
    case .mapping: "defaults of the mapping, \(place)"
    case .project: "defaults of the project, \(place)"
    case .language: "left out"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
