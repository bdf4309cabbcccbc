import MapRuntime

/// Release and reopen (DB-1 to DB-6).
extension BusinessDocument {
  /// Whether there is anything to release (DB-2).
  var hasLineToRelease: Bool {
    lines.indices.contains { lineType($0) != .comment && lines[$0].number(.quantity) != 0 }
  }

  /// Checks the document and spreads its amounts by VAT group; a released one stays as it is.
  mutating func release() throws {
    guard !isReleased else { return }
    guard !header.text(.sellToCustomer).isEmpty else {
      throw Refusal("\(shown) needs a customer before it is released")
    }
    let sold = lines.indices.filter { lineType($0) != .comment }
    guard hasLineToRelease else {
      throw Refusal("there is nothing to release in \(shown): no line has a quantity")
    }
    for index in sold where lineType(index) == .item && lines[index].number(.quantity) != 0 {
      let item = try company.record("Item", lines[index].text(.number))
      guard item?.option("Type") == 0, lines[index].text(.unitOfMeasure).isEmpty else { continue }
      throw Refusal("\(shown(line: index)) needs a unit of measure")
    }
    header.set(.status, option: DocumentStatus.released)
    try counting { document throws(AmountRefusal) in try document.amounts.release() }
  }

  /// Amounts stay as they were spread (DB-6).
  mutating func reopen() throws {
    guard header.option(.status) != 2 else {
      throw Refusal("\(shown) waits for an approval and cannot be reopened")
    }
    header.set(.status, option: DocumentStatus.open)
  }
}
