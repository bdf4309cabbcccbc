import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// Writes the checked model down as a program.
public enum ProgramBuilder {
  /// - Parameters:
  ///   - sources: the files, to say on which line a rule stands.
  ///   - prerequisites: the names of a mapping's hard prerequisites.
  public static func build(
    _ checked: CheckedModel, _ sources: SourceSet,
    prerequisites: (EffectiveMapping) -> [String]
  ) -> Program {
    let forms = checked.mappings.map { $0.all.map { (mapping: $0, needs: prerequisites($0)) } }
    let mappings = Parallel.map(forms.count) { place in
      let lines = LineTable(sources[checked.model.mappings[place].file])
      return forms[place].map { form in
        program(
          form.mapping, checked.mappings[place], checked, lines: lines, prerequisites: form.needs)
      }
    }
    return Program(checked: checked, mappings: mappings.joined().sorted { $0.name < $1.name })
  }

  private static func program(
    _ mapping: EffectiveMapping, _ variants: MappingVariants, _ checked: CheckedModel,
    lines: LineTable, prerequisites: [String]
  ) -> MappingProgram {
    let conversions = mapping.direction.directions.map {
      ConversionBuilder(checked: checked, mapping: mapping, direction: $0).build()
    }
    return MappingProgram(
      mapping: mapping, relevant: variants.relevant,
      features: [mapping.features.bits & variants.relevant],
      rules: rules(of: mapping, lines),
      refusals: mapping.origin.refuse.map { refusal in
        MappingRefusal(
          refusal.because.value,
          line: lines.position(of: Int(refusal.because.span.start)).line,
          fields: [refusal.when.bc, refusal.when.sales].compactMap { $0 }
            .flatMap { $0.allFields.map(\.field.value) })
      },
      toSales: conversions.first { $0.direction == .toSales },
      toBC: conversions.first { $0.direction == .toBC },
      match: MatchBuilder(
        checked: checked, mapping: mapping,
        conversion: conversions.first { $0.direction == .toSales }
      ).build(),
      prerequisites: prerequisites, lines: lines)
  }

  private static func rules(of mapping: EffectiveMapping, _ lines: LineTable) -> [MappingRule] {
    var rules = mapping.origin.fields.map {
      MappingRule(Self.name($0), line: lines.position(of: Int($0.span.start)).line)
    }
    if let parent = mapping.origin.parent {
      rules.append(
        MappingRule(
          "parent \(parent.value)", line: lines.position(of: Int(parent.span.start)).line))
    }
    return rules
  }

  private static func name(_ field: FieldMap) -> String {
    switch (field.bc?.value, field.sales?.value) {
    case (let bc?, let sales?): "\(bc) – \(sales)"
    case (let name?, nil), (nil, let name?): name
    case (nil, nil): ""
    }
  }
}
