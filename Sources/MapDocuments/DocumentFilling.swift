import MapRuntime
import MapSync

/// A document as its mappings want it once the system has filled it: each record is converted again,
/// onto what is there then. What no field map writes stays as the system has it, and what one writes
/// counts, even where it is empty or 0 (R E-27, E-28).
struct DocumentFilling<Way: OneWay, Lines: OneWay> {
  private let part: HeaderPart<Way, Lines>
  private let draft: DocumentDraft<Way, Lines>

  init(_ part: HeaderPart<Way, Lines>, _ draft: DocumentDraft<Way, Lines>) {
    self.part = part
    self.draft = draft
  }

  func revised(
    _ filled: FilledDocument<Way.Target, Lines.Target>
  ) -> Result<FilledDocument<Way.Target, Lines.Target>, RefusedDocument> {
    var revised = filled
    do throws(RecordRefusal) {
      if let conversion = draft.header.conversion {
        revised.header = try Way.convert(
          draft.header.source.record, onto: filled.header, conversion)
      }
    } catch {
      return .failure(RefusedDocument(Explanation.of(error, Way.Mapping.self)))
    }
    for (index, row) in zip(filled.lines.indices, draft.lines) {
      guard let conversion = row.conversion else { continue }
      do throws(RecordRefusal) {
        revised.lines[index] = try Lines.convert(
          row.source.record, onto: filled.lines[index], conversion)
      } catch {
        return .failure(
          RefusedDocument("line \(index + 1): \(Explanation.of(error, Lines.Mapping.self))"))
      }
    }
    return .success(revised)
  }
}
