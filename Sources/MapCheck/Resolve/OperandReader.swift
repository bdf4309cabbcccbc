import MapLanguage
import MapRuntime
import MapSource

/// Reads a literal as a value of a field.
public struct OperandReader {
  let project: Project
  /// What is said of the place where the field stands.
  var described = "the field is described here"

  /// What is known in a run, and no setting.
  static let runValues = ["today", "user", "local-currency", "partner"]

  public init(project: Project) { self.project = project }

  /// The value, or the finding that says why there is none.
  public func read(_ literal: Located<Literal>, for field: Field, on side: Side) -> Reading {
    switch literal.value {
    case .null: return .operand(.value(.empty))
    case .variable(let name): return variable(name, for: field, literal.span)
    case .text(let text): return value(text, for: field, on: side, at: literal.span)
    }
  }

  public enum Reading {
    case operand(Operand)
    case finding(Finding)
    /// What it names could not be read, which has its own finding.
    case unread
  }

  private func variable(_ name: String, for field: Field, _ span: Span) -> Reading {
    switch name {
    case "today": return .operand(.variable(.today))
    case "user": return .operand(.variable(.user))
    case "local-currency": return .operand(.variable(.localCurrency))
    case "partner": return .operand(.variable(.partner))
    default:
      if let setting = project.setting(name) {
        // Options are known by name: a setting's numbers are not those of a field.
        if setting.type.value == .option, field.type.value == .option {
          let numbers = setting.options.map { field.option($0.value) }
          return .operand(.variable(.optionSetting(name, numbers)))
        }
        return .operand(.variable(.setting(name, setting.type.value)))
      }
      return UnknownName.setting(
        name, in: project, at: span, sign: "$", besides: Self.runValues
      ).map { .finding($0) } ?? .unread
    }
  }

  private func value(_ text: String, for field: Field, on side: Side, at span: Span) -> Reading {
    if case .option = field.type.value { return option(text, of: field, at: span) }
    if let value = Value(parsing: text, as: field.type.value) { return .operand(.value(value)) }
    if let limit = Self.limit(of: text, field.type.value) {
      return .finding(
        Finding(
          "invalid-value", "'\(text)' \(limit)", at: span,
          notes: [Finding.Note(described, at: field.span)],
          help: FieldTypeName.example(field.type.value)))
    }
    return .finding(
      Finding(
        "invalid-value",
        "'\(text)' is not \(FieldTypeName.article(field.type.value)), which '\(field.name.value)' takes",
        at: span, notes: [Finding.Note(described, at: field.span)],
        help: FieldTypeName.example(field.type.value)))
  }

  /// The limit that a number or a date is beyond, which has the form of one; nil for others.
  static func limit(of text: String, _ type: FieldType) -> String? {
    switch type {
    case .integer, .bigInteger:
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      let isWhole = !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
      return isWhole ? "is out of what whole numbers can be: \(Int64.min) to \(Int64.max)" : nil
    case .decimal, .money: return decimalLimit(of: text)
    case .date, .dateTime:
      let year = text.prefix { $0.isASCII && $0.isNumber }
      return year.count > 4 && text.dropFirst(year.count).hasPrefix("-")
        ? "is out of what dates can be: years have four digits" : nil
    default: return nil
    }
  }

  /// The same of a text that may be a decimal.
  static func decimalLimit(of text: String) -> String? {
    do {
      _ = try DecimalValue(parsing: text)
      return nil
    } catch .overflow {
      return "has more than 28 digits before the point"
    } catch .tooManyPlaces {
      return "has more than \(DecimalValue.maximumPlaces) decimal places"
    } catch {
      return nil
    }
  }

  private func option(_ text: String, of field: Field, at span: Span) -> Reading {
    if let number = field.option(text) { return .operand(.value(.option(OptionValue(number)))) }
    if field.options.isEmpty, !field.isOpen { return .unread }
    let several = field.options(named: text)
    if several.count > 1 { return .finding(ambiguous(text, several, of: field, at: span)) }
    let nearest = Spelling.nearest(to: text, among: field.options.map(\.title))
    let fix = nearest.map { Fix(certain: false, edits: [Fix.Edit(span, $0)]) }
    return .finding(
      Finding(
        "unknown-option", "'\(text)' is not an option of '\(field.name.value)'", at: span,
        label: nearest.map { "did you mean '\($0)'?" } ?? "",
        notes: [Finding.Note("its options are described here", at: field.span)],
        help: "it has "
          + field.options.prefix(12).map { "'\($0.title)'" }.joined(separator: ", ")
          + (field.options.count > 12 ? " and more" : ""),
        fix: fix))
  }

  /// A status that several states have.
  private func ambiguous(
    _ text: String, _ several: [Field.Option], of field: Field, at span: Span
  ) -> Finding {
    let titles = several.map { "'\($0.title)'" }
    return Finding(
      "unknown-option",
      "'\(text)' is a status of \(several.count) states, and does not say of which", at: span,
      label: "\(titles.joined(separator: " or "))?",
      notes: several.map { Finding.Note("one of them is described here", at: $0.span) },
      help: "name the state too, as in \(titles[0])")
  }
}
