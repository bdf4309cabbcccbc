import MapLanguage
import MapRuntime

/// Whether nothing may come from a source.
enum EmptySource {
  static func mayBeEmpty(
    _ source: EffectiveSource, _ direction: Direction, _ scope: FlowScope
  ) -> Bool {
    switch source {
    case .field(let place): mayBeEmpty(place, direction, scope)
    case .constant(.value(let value)): value.isEmpty
    case .constant(.variable), .generate: false
    case .text(let parts): parts.allSatisfy { mayBeEmpty($0, direction, scope) }
    // The host may answer with nothing, and there may be no related record.
    case .compute, .related: true
    case .first(let sources): sources.allSatisfy { mayBeEmpty($0, direction, scope) }
    }
  }

  private static func mayBeEmpty(
    _ part: EffectiveSource.Part, _ direction: Direction, _ scope: FlowScope
  ) -> Bool {
    switch part {
    case .text(let text): text.utf8.allSatisfy { $0 == 0x20 }
    case .field(let place): mayBeEmpty(place, direction, scope)
    }
  }

  static func mayBeEmpty(_ place: Int, _ direction: Direction, _ scope: FlowScope) -> Bool {
    let side = direction.source
    let table = scope.context.catalogue[scope.mapping.table(side)]
    let field = table.fields[place]
    // What of the table could not be read may have been its key.
    guard table.isComplete else { return false }
    // Where there is no row to join, even a number is empty.
    if field.join == nil {
      if field.isRequired || table.key.contains(where: { $0.value == field.name.value }) {
        return false
      }
      if side == .bc, isNeverEmpty(field.type.value) { return false }
    }
    // A coupled record that left its filter still arrives where it says `follow`.
    guard scope.mapping.outsideFilter == .skip else { return true }
    guard scope.mapping.knows(.filter) else { return false }
    return scope.mapping.filter(side).mayHold(
      .empty, in: place, caseSensitive: FlowTyping.comparesCase(field.type.value, on: side))
  }

  /// BC has no empty numbers, booleans and options.
  private static func isNeverEmpty(_ type: FieldType) -> Bool {
    switch type {
    case .integer, .bigInteger, .decimal, .money, .boolean, .option: true
    case .text, .code, .memo, .date, .dateTime, .guid, .lookup: false
    }
  }
}
