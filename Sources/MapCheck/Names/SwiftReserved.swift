/// Names that mean something else where generated code uses them; they end in `_` there.
enum SwiftReserved {
  static let all: Set<String> = Set(swift).union(types).union(locals).union(runtime)

  static func contains(_ name: String) -> Bool { all.contains(name) || isNumbered(name) }

  /// Whether a name is one of those that generated code numbers: `value4_0`, `isFilled1`.
  private static func isNumbered(_ name: String) -> Bool {
    guard let last = name.utf8.last, SwiftName.isDigit(last) else { return false }
    return numbered.contains { word in
      name.hasPrefix(word)
        && name.utf8.dropFirst(word.utf8.count).allSatisfy { SwiftName.isDigit($0) || $0 == 0x5F }
    }
  }

  private static let numbered = ["value", "isFilled", "isTaken", "parent", "found", "rows"]

  /// Swift gives these a meaning even in backticks, or as a bare word; or `Hashable` has them.
  private static let swift = [
    "self", "Self", "Type", "Protocol", "await", "hash", "hashValue",
  ]

  /// What generated code calls its own: parameters, locals and the types around them.
  private static let locals = [
    "source", "target", "row", "run", "record", "other", "changes", "template", "value", "key",
    "lookup", "option", "picked", "keys", "isFilled", "isWriteIn", "expected", "queries", "related",
    "BC", "Sales", "Mapping", "Program", "MappingFunctions", "HostFunctions", "MapRuntime",
    "BCRecord", "SalesRecord", "Related", "ToSalesRelated", "ToBCRelated",
  ]

  /// Types of the standard library that generated code names.
  private static let types = [
    "Any", "Array", "Bool", "Double", "Equatable", "Error", "Hashable", "Int", "Int32", "Int64",
    "Never", "Optional", "Result", "Sendable", "Set", "String", "Swift", "Void",
  ]

  /// Types of MapRuntime.
  private static let runtime = [
    "AfterMatch", "ChangeDescription", "CheckedTransform", "Code", "ColumnAccess", "CompanyScope",
    "Comparison", "CompiledMapping", "CompiledProgram", "Condition", "ConditionTest",
    "ConflictPolicy", "ConflictUnit", "Conversion",
    "ConversionFailure", "ConversionRow", "CutNoting", "DatePattern", "DateTimeValue",
    "DateTransforms", "DateValue", "DecimalFailure", "DecimalRounding", "DecimalValue",
    "DeleteConflict", "Direction", "DocumentCondition", "DocumentEvent", "DocumentKind",
    "DocumentPolicy", "DocumentState", "EffectDigest", "EffectText", "ExactText", "FailedTest",
    "FieldDescription", "FieldDigest",
    "FieldDigester", "FieldSet", "FieldTest",
    "FieldType", "FieldTypeName", "FigureRows", "Filled", "Fitted", "Fitting", "FollowedTable",
    "Guid", "JoinDescription", "KeyPair", "KeySeries", "Lookup", "MappingEffect", "MappingPolicy",
    "MappingRefusal", "MappingRule",
    "MatchPolicy", "MatchTemplate", "MatchValue", "MissingOrder", "NamedRule", "NoRelatedRecords",
    "NotesDirection", "NumberPattern", "NumberTransforms", "OnlyOn", "Operand", "OptionName",
    "OptionTarget", "OptionValue", "OutsideFilter", "OverflowDescription", "ParentDescription",
    "PatternFailure", "RecordKey", "RecordReader", "RecordRefusal", "RecordTable", "RecordValues",
    "RecordWriter", "ReferenceDescription", "ReferenceKey", "ReferenceSlot", "RelatedQuery",
    "RelatedRecords", "RelatedSource", "ResolvedReference", "RowCondition", "RuleFitting",
    "RunScope", "RunValues", "SaidValue",
    "SettingDescription", "Side", "StateRule", "StatesDescription",
    "TableAddressDescription", "TableDescription", "TableRecord", "TableRoleFields",
    "TemplatePolicy", "TextCase", "TextLength", "TextOrder", "TextPattern", "TextTransforms",
    "TimelineEvent", "TooLarge", "TooLong", "TooPrecise", "Transform", "TransformFailure",
    "TwoWayField", "Uncoupled", "Undo",
    "UnmappedPolicy", "UnmatchedPolicy", "UpdateConflict", "Value", "Variable", "VersionStep",
    "WayBack", "Wildcard", "WonStep", "WriteInProduct", "WrittenKey",
  ]
}
