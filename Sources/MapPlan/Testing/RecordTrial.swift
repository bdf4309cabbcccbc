import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// One record on its way through one mapping, with the words to tell of it.
public struct RecordTrial: Sendable {
  public let program: MappingProgram
  public let direction: Direction
  /// The features under which it ran, those of the choices that matter to the mapping.
  public let features: [String]
  public let outcome: RecordOutcome
  var scene: TestScene

  /// Nil where the mapping does not exist under the features, or never goes this way.
  init?(
    _ test: MappingTest, ofMappingAt place: Int, _ direction: Direction?, in context: TestContext
  ) {
    let checked = context.checked
    guard
      let features = checked.mappings[place].features(
        turningOn: test.features.map(\.value), in: checked.features),
      let program = context.program(place, in: features),
      let direction = direction ?? test.direction?.value
        ?? program.mapping.direction.directions.first,
      program.mapping.direction.includes(direction)
    else { return nil }
    self.program = program
    self.direction = direction
    self.features = checked.features.names(of: features, in: program.relevant)
    scene = TestScene(test, of: program.mapping, direction, in: context)
    outcome = RecordConversion(program, direction, in: checked).convert(scene.input)
  }

  /// Whether the target does not exist yet.
  public var isNew: Bool { scene.input.target == nil }

  var targetTable: Table {
    scene.checked.catalogue[program.mapping.table(direction.target)]
  }

  /// What a field of the target holds in the end: a new record's default where nobody wrote it.
  mutating func found(_ place: Int) -> Value {
    let field = targetTable.fields[place]
    if let value = outcome.target[place], !value.isEmpty { return value }
    let isWritten = outcome.target[place] != nil
    if !isWritten, scene.input.target == nil, case .value(let literal) = field.default {
      return scene.value(literal, of: field, on: direction.target)
    }
    return BlankValue.of(field, on: direction.target)
  }

  /// A value of a field as its author would write it.
  public func text(_ value: Value, ofTargetAt place: Int) -> String {
    scene.text(value, of: targetTable.fields[place])
  }

  public func fieldName(_ place: Int) -> String { targetTable.fields[place].name.value }

  // MARK: Rules

  /// The field map at a place.
  public func rule(_ place: Int) -> RuleSource {
    RuleSource(
      name: program.rules[place].name, span: program.mapping.origin.fields[place].span)
  }

  /// What wrote a field, or would have: the last field map on it, or what came after them.
  func writer(of field: Int) -> RuleSource? {
    if let addition = outcome.additions.last(where: { $0.field == field }) {
      return source(of: addition.writer)
    }
    let steps = outcome.steps.filter { $0.target == field }
    return (steps.last { !$0.isKept } ?? steps.last).map { rule($0.rule) }
  }

  public func source(of writer: RecordOutcome.Writer) -> RuleSource {
    let origin = program.mapping.origin
    let span =
      switch writer {
      case .parent: origin.parent?.span
      case .writeIn: origin.document.writeIn?.span
      case .template: origin.templates.first?.to.span
      }
    return RuleSource(name: writer.key, span: span ?? origin.name.span)
  }
}

extension RecordOutcome.Writer {
  /// The key of a mapping that says so.
  public var key: String {
    switch self {
    case .parent: "parent"
    case .writeIn: "write-in"
    case .template: "templates"
    }
  }
}
