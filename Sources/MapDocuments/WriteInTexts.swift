import MapRuntime
import MapSync

/// The texts of lines without a product: Sales has them whole, BC in the line and in comments that hang on
/// it (R E-31, F-11).
extension HeaderPage {
  /// Compares the texts of coupled lines, and notes which differ. Those of BC become whole, as they go to
  /// Sales.
  ///
  /// - Parameter found: The lines of the rows.
  func describe(
    _ rows: [PageRow<Way>], _ found: [[StoredRecord<Lines.Source>]],
    _ there: [Guid: LinesThere<Lines>]
  ) async throws(StoreFailure) -> [[StoredRecord<Lines.Source>]] {
    guard part.isTwoWay, part.line?.overflow?.writeIn == .begin else { return found }
    let others = try await salesTexts(found.joined().filter { isWriteIn($0.record) }, there)
    guard !others.isEmpty else { return found }
    let described = try await part.lines.integration.bc.descriptions(
      in: rows.compactMap { Way.direction == .toSales ? $0.source.id : $0.target?.id },
      beside: others.mapValues { $0.text })
    var whole: [Guid: String] = [:]
    for (id, description) in described {
      guard let other = others[id] else { continue }
      // Of a text for which Sales has no room, it has the beginning.
      let text = room.map { TextLength.cut(description.text, to: $0) } ?? description.text
      let isSame = description.isSame || text == other.text
      whole[other.line] = isSame && !other.text.isEmpty ? other.text : text
      if !isSame, other.isCoupled { redescribed.insert(other.line) }
    }
    guard Way.direction == .toSales,
      let column = Lines.Source.table.column(DocumentPolicy.Overflow.description)
    else { return found }
    return found.map { lines in
      lines.map { line in
        guard let text = whole[line.id] else { return line }
        var line = line
        var values = RecordValues(of: line.record)
        values[column] = .text(text)
        line.record = Lines.Source(reading: values)
        return line
      }
    }
  }

  /// The texts that Sales has of lines, by the lines of BC.
  private func salesTexts(
    _ lines: [StoredRecord<Lines.Source>], _ there: [Guid: LinesThere<Lines>]
  ) async throws(StoreFailure) -> [Guid: (line: Guid, text: String, isCoupled: Bool)] {
    let run = part.lines
    let couplings = try await run.integration.state.couplings(
      run.mapping.pair, Way.direction.source, ids: lines.map(\.id))
    let targets = Dictionary(
      there.values.flatMap(\.lines).map { ($0.id, $0.record) }
    ) { first, _ in first }
    var texts: [Guid: (line: Guid, text: String, isCoupled: Bool)] = [:]
    for (line, coupling) in zip(lines, couplings) {
      let coupling = coupling ?? foreseen[line.id]
      let target = coupling.flatMap { targets[$0.id(Way.direction.target)] }
      switch Way.direction {
      case .toSales:
        let text = target.flatMap { salesText($0) }
        texts[line.id] = (line.id, text ?? "", target != nil)
      case .toBC:
        // A line that says nothing in Sales takes nothing away in BC.
        guard let coupling, target != nil, let text = salesText(line.record) else { continue }
        texts[coupling.bcID] = (line.id, text, true)
      }
    }
    return texts
  }

  private func salesText<Line: TableRecord>(_ line: Line) -> String? {
    for field in part.line?.overflow?.from ?? [] {
      guard let column = Line.table.column(field), let text = line.value(of: column).text,
        !text.isEmpty
      else { continue }
      return text
    }
    return nil
  }

  /// How long a text of a line may be in Sales; nil for any length.
  private var room: Int? {
    let table = Lines.Mapping.table(.sales)
    guard let column = part.line?.overflow?.from.first.flatMap({ table.column($0) }) else {
      return nil
    }
    switch table.columns[column].type {
    case .text(let length), .memo(let length): return length
    default: return nil
    }
  }
}
