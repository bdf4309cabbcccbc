import MapKeys
import MapSource
import MapSyntax

/// Reads a mapping's file: the mapping as it stands, and as it is under its variants.
struct MappingFileReader {
  /// What a file gives: the mapping, unless it lacks name or tables, and the name that it states.
  struct Output {
    let mapping: MappingFile?
    let findings: [Finding]
    let statedName: Located<String>?
  }

  let tree: SyntaxTree
  let features: Features?

  func read(_ root: SyntaxNode) -> Output {
    let base = Lowering(tree, declaredFeatures: features)
    let mapping = base.mapping(root)
    let gapsBefore = base.gaps
    let variants = base.variants.map { base.variants($0) } ?? []
    // Variants change parts by their keys, and do not find one that is misspelt.
    var isJudged =
      tree.isComplete && base.gaps == gapsBefore
      && (variants.isEmpty || root.entries.allSatisfy { MappingKey.names.contains($0.key.text) })
    let statedName = mapping?.name ?? stated(root)
    guard let mapping else {
      return Output(mapping: nil, findings: base.findings, statedName: statedName)
    }
    var findings = base.findings
    var isComplete = !base.hasGaps
    var alternatives = [MappingFile.Alternative(applied: [], mapping: mapping)]
    if !variants.isEmpty {
      for set in sets(of: variants, base) where !set.isEmpty {
        let lowering = Lowering(tree, declaredFeatures: features)
        if let mapping = apply(set, of: variants, to: root, lowering) {
          alternatives.append(MappingFile.Alternative(applied: set, mapping: mapping))
        }
        findings += lowering.findings
        isComplete = isComplete && !lowering.hasGaps
        isJudged = isJudged && !lowering.asksForUnknownFeature
      }
      isComplete = isComplete && !base.hasGaps
      findings = distinct(findings + base.findings)
    }
    // Under which features a part counts is what all of it is judged by.
    if !isJudged || base.asksForUnknownFeature {
      alternatives = alternatives.map(\.judgedByNamesOnly)
    }
    return Output(
      mapping: MappingFile(
        file: tree.file, variants: variants.map(\.condition), alternatives: alternatives,
        isComplete: isComplete),
      findings: findings, statedName: statedName)
  }

  private func sets(of variants: [Variant], _ lowering: Lowering) -> [[Int]] {
    if let sets = VariantSets.all(of: variants.map(\.condition), features: features) {
      return sets
    }
    if let node = lowering.variants {
      lowering.invalid(
        "the variants name more than \(VariantSets.limit) combinations of features",
        at: Lowering.place(of: node), help: "write several mappings, each under an 'if'")
    }
    return []
  }

  private func apply(
    _ set: [Int], of variants: [Variant], to root: SyntaxNode, _ lowering: Lowering
  ) -> Mapping? {
    let merge = VariantMerge(lowering: lowering)
    var root = root
    for place in set {
      guard let changed = merge.apply(variants[place], to: root) else { return nil }
      root = changed
    }
    return lowering.mapping(root)
  }

  /// The name of a mapping that cannot be kept.
  private func stated(_ root: SyntaxNode) -> Located<String>? {
    guard let node = root["mapping"], node.isScalar, !node.isNothing else { return nil }
    return Located(node.text, at: node.span)
  }

  /// What stands in the base is found again in each alternative.
  private func distinct(_ findings: [Finding]) -> [Finding] {
    var seen: Set<Found> = []
    return findings.filter {
      seen.insert(Found(span: $0.span, name: $0.name, message: $0.message)).inserted
    }
  }

  private struct Found: Hashable {
    let span: Span
    let name: String
    let message: String
  }
}
