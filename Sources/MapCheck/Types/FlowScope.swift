import MapLanguage
import MapRuntime
import MapSource

/// The mapping whose flows are looked at, in its surroundings. An object, since copies of so large
/// a value in the closures of the checks were a tenth of the time of a whole check.
final class FlowScope: Sendable {
  let mapping: EffectiveMapping
  let context: CheckContext

  init(mapping: EffectiveMapping, context: CheckContext) {
    self.mapping = mapping
    self.context = context
  }

  @inline(__always)
  func field(_ place: Int, _ side: Side) -> Field {
    context.resolved.catalogue.tables[mapping.table(side)].fields[place]
  }

  func type(_ place: Int, _ side: Side) -> FieldType {
    context.resolved.catalogue.tables[mapping.table(side)].fields[place].type.value
  }

  func target(of flow: FieldFlow) -> Field { field(flow.target, flow.direction.target) }

  /// A related record's table, and its field.
  func related(_ place: Int, _ field: Int) -> (table: Table, field: Field) {
    let table = context.catalogue[mapping.related[place].table]
    return (table, table.fields[field])
  }

  /// The flow of a field map in a direction; nil where it writes nothing there.
  func flow(_ map: EffectiveFieldMap, _ direction: Direction) -> FieldFlow? {
    guard let target = map.field(direction.target), let source = map.source(direction) else {
      return nil
    }
    return FieldFlow(
      map: map, direction: direction, source: source, target: target,
      targetType: type(target, direction.target))
  }

  /// How messages name a source.
  func title(of source: EffectiveSource, in flow: FieldFlow) -> String {
    switch source {
    case .field(let place): "'" + field(place, flow.direction.source).name.value + "'"
    case .constant(.value(let value)): "the constant '\(value)'"
    case .constant(.variable(let variable)): "'\(variable.written)'"
    case .text: "the text"
    case .generate: "the generated key"
    case .compute(let name, _): "the result of '\(name)'"
    case .related(let place, let field):
      "'\(mapping.related[place].name).\(related(place, field).field.name.value)'"
    case .first: "the first of several"
    }
  }

  /// Where the field of a source is described.
  func note(on source: EffectiveSource, in flow: FieldFlow) -> [Finding.Note] {
    switch source {
    case .field(let place): [Self.note(on: field(place, flow.direction.source))]
    case .related(let place, let field): [Self.note(on: related(place, field).field)]
    default: []
    }
  }

  static func note(on field: Field) -> Finding.Note {
    Finding.Note(
      "'\(field.name.value)' is \(FieldTypeName.article(field.type.value))", at: field.type.span)
  }
}
