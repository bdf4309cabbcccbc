import MapKeys
import MapRuntime
import MapSource
import MapSyntax

extension Lowering {
  /// What `project.yaml` says; what cannot be read is left out.
  func project(_ root: SyntaxNode) -> Project {
    var project = Project(name: Located("", at: Span(startOf: file)))
    var choices: [Choice] = []
    read(root, ProjectKey.self, "the project") { key, node in
      switch key {
      case .project: if let name = name(node, "project") { project.name = name }
      case .features: choices = self.choices(node)
      case .settings:
        project.settings = entries(node, "settings") { setting($1, named: $0) }
      case .defaults:
        (project.defaults, project.schedule) = projectDefaults(node)
      }
    }
    project.choices = choices
    return project
  }

  private func choices(_ node: SyntaxNode) -> [Choice] {
    var first: [String: Span] = [:]
    return entries(node, "features") { key, node in
      let values = names(node, key.value).filter { value in
        if let earlier = first[value.value] {
          report(
            "invalid-value", "the feature '\(value.value)' stands twice", at: value.span,
            notes: [Finding.Note("first here", at: earlier)],
            help: "names of features are unique over the project")
          return false
        }
        first[value.value] = value.span
        if first.count == Project.mostFeatures + 1 {
          report(
            "invalid-value",
            "'\(value.value)' is one feature more than the \(Project.mostFeatures) of a project",
            at: value.span, help: "leave out those that nothing names, or split the project")
        }
        return true
      }
      if node.isSequence, node.count == 0 {
        invalid("the choice '\(key.value)' has no features", at: node.span)
      }
      return values.isEmpty ? nil : Choice(name: key, values: values)
    }
  }

  private func setting(_ node: SyntaxNode, named name: Located<String>) -> Setting? {
    var type: Located<FieldType>?
    var options: [Located<String>] = []
    var refersTo: (side: Side, tables: [Located<String>])?
    var standard: Located<Literal>?
    let isWhole = read(node, SettingKey.self, name.value) { key, node in
      switch key {
      case .type: type = fieldType(node, "type")
      case .values: options = names(node, "values")
      case .refersTo:
        read(node, SettingReferenceKey.self, "refers-to") { key, node in
          refersTo = (key == .bc ? .bc : .sales, oneOrMoreNames(node, key.rawValue))
        }
      case .default: standard = literal(node, "default")
      }
    }
    guard isWhole, let type else { return nil }
    if type.value == .option, options.isEmpty, !node.hasKey("values") {
      missingKeys(["values"], of: "a setting of type option", in: node)
    }
    return Setting(
      name: name, type: type, options: options, refersTo: refersTo?.tables ?? [],
      refersToSide: refersTo?.side ?? .bc, default: standard)
  }

  private func projectDefaults(_ node: SyntaxNode) -> (FieldDefaults, Schedule?) {
    var defaults = FieldDefaults()
    var schedule: Schedule?
    read(node, ProjectDefaultsKey.self, "defaults") { key, node in
      switch key {
      case .schedule: schedule = self.schedule(node)
      case .tooLong: defaults.tooLong = word(node, key.rawValue, TooLong.self)
      case .tooPrecise: defaults.tooPrecise = word(node, key.rawValue, TooPrecise.self)
      case .tooLarge: defaults.tooLarge = word(node, key.rawValue, TooLarge.self)
      case .empty: defaults.empty = emptyRule(node)
      case .uncoupled: defaults.uncoupled = word(node, key.rawValue, Uncoupled.self)
      case .validate: defaults.validate = boolean(node, key.rawValue)
      case .because: defaults.because = text(node, key.rawValue)
      }
    }
    return (defaults, schedule)
  }

  func schedule(_ node: SyntaxNode) -> Schedule? {
    if node.isScalar, !node.isNothing {
      return word(node, "schedule", among: ["none"]).map { _ in
        Schedule(every: nil, sleep: nil, wake: nil, isNone: true)
      }
    }
    var every: Located<Int>?
    var sleep: Located<Int>?
    var wake: Located<Bool>?
    read(node, ScheduleKey.self, "schedule") { key, node in
      switch key {
      case .every: every = duration(node, key.rawValue)
      case .sleep: sleep = duration(node, key.rawValue)
      case .wake: wake = boolean(node, key.rawValue)
      }
    }
    return Schedule(every: every, sleep: sleep, wake: wake, isNone: false)
  }
}
