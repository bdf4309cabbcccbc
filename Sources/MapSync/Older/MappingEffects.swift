import MapRuntime

/// What the mappings in force do, beside what the state knows of earlier ones: which couplings an
/// older form of a mapping wrote (docs/language.md#when-a-mapping-has-changed).
public struct MappingEffects: Sendable {
  private let integration: Integration
  private let known: [KnownEffect]
  /// Which two-way fields mappings had, as texts.
  let layouts: [String]

  public init(_ integration: Integration) async throws(StoreFailure) {
    self.integration = integration
    let known = try await integration.state.knownMappings()
    self.known = known.effects
    layouts = known.layouts
  }

  /// Notes what the mappings do that the state does not know of yet. The first that it learns of a
  /// mapping stands for all that was written before it kept this: nobody can know better, and nothing
  /// counts as older because a program is newer.
  public static func note(
    _ mappings: [BoundMapping], _ integration: Integration
  ) async throws(StoreFailure) -> MappingEffects {
    let effects = try await MappingEffects(integration)
    var missing = KnownMappings()
    missing.effects = mappings.flatMap { effects.inForce($0) }.filter { effect in
      !effects.known.contains { $0.isSame(as: effect) }
    }
    let layouts = mappings.filter(\.isRolledOut).map { TwoWayLayout($0.type) }
      .filter { !$0.fields.isEmpty }.map(\.text)
    missing.layouts = Set(layouts).subtracting(effects.layouts).sorted()
    guard missing != KnownMappings() else { return effects }
    try await integration.state.learn(missing)
    return try await MappingEffects(integration)
  }

  /// What is known for a mapping that is about to run; nil for one that keeps nothing of this.
  ///
  /// - Parameter isNoted: False for who only looks, and writes nothing down.
  static func known(
    _ mapping: BoundMapping, _ integration: Integration, isNoted: Bool
  ) async throws(StoreFailure) -> MappingEffects? {
    guard mapping.isRolledOut else { return nil }
    return try await isNoted ? note([mapping], integration) : MappingEffects(integration)
  }

  /// What a mapping writes a coupling by now; `none` where it keeps nothing of it, or nobody noted it.
  func current(_ mapping: BoundMapping) -> CouplingEffects {
    var numbers = CouplingEffects()
    for effect in inForce(mapping) {
      numbers[effect.direction] =
        known.first { $0.isSame(as: effect) }?.number ?? CouplingEffects.none
    }
    return numbers
  }

  /// What older forms of a mapping did, by direction; nothing for a direction in which no coupling can
  /// be older.
  public func older(_ mapping: BoundMapping) -> [Direction: OlderEffects] {
    guard mapping.isRun else { return [:] }
    var older: [Direction: OlderEffects] = [:]
    let names = Set(integration.mappings.filter { $0.pair == mapping.pair }.map(\.name))
    for effect in inForce(mapping) where mapping.policy.directions.contains(effect.direction) {
      // What a mapping wrote that is gone was this one under another name.
      let earlier = known.filter { known in
        known.pair == mapping.pair && known.direction == effect.direction
          && (known.mapping == mapping.name || !names.contains(known.mapping))
      }
      let numbers = Set(earlier.filter { $0.digest != effect.digest }.map(\.number))
      let first = earlier.min { $0.number < $1.number }
      let areUnknownOlder = first.map { $0.digest != effect.digest } ?? false
      guard !numbers.isEmpty || areUnknownOlder else { continue }
      older[effect.direction] = OlderEffects(numbers: numbers, areUnknownOlder: areUnknownOlder)
    }
    return older
  }

  /// The directions in which an older form of a mapping wrote a coupling last.
  public func older(_ mapping: BoundMapping, _ coupling: Coupling) -> [Direction] {
    older(mapping).filter { $1.contains(coupling.effects[$0]) }.keys
      .sorted { $0.rawValue < $1.rawValue }
  }

  /// What a mapping does; of one that goes one way, also that it does nothing the other way.
  private func inForce(_ mapping: BoundMapping) -> [KnownEffect] {
    let digests = Direction.allCases.map { mapping.effect($0, integration.settings) }
    guard digests.contains(where: { $0 != nil }) else { return [] }
    return zip(Direction.allCases, digests).map { direction, digest in
      KnownEffect(
        pair: mapping.pair, mapping: mapping.name, direction: direction,
        digest: digest ?? EffectDigest(bits: 0))
    }
  }
}

extension BoundMapping {
  /// Whether couplings keep by what it wrote them: documents are written once and follow their states.
  public var isRolledOut: Bool { Direction.allCases.contains { type.effect($0) != nil } }

  /// What it does in a direction with the policy and the settings in force; nil where it does not go
  /// there, and for documents.
  func effect(_ direction: Direction, _ settings: [String: Value]) -> EffectDigest? {
    guard let effect = type.effect(direction) else { return nil }
    var parts = [EffectText(String(effect.writes.bits)), values(effect.settings, settings)]
    let rules = policy.rules.compactMap(NamedRule.init).filter {
      $0.changesCoupled && ($0.direction == nil || $0.direction == direction)
    }
    parts.append(EffectText("rules", set: rules.map { EffectText($0.rawValue) }))
    guard policy.outsideFilter == .skip else { return EffectText("effect", parts).digest }
    if let filter = policy.filters[direction.source] {
      parts.append(EffectText(String(EffectText(filter.asWritten).digest.bits)))
      parts.append(values([], settings))
    } else {
      parts.append(EffectText(String(effect.filter.bits)))
      parts.append(values(effect.filterSettings, settings))
    }
    return EffectText("effect", parts).digest
  }

  private func values(_ names: [String], _ settings: [String: Value]) -> EffectText {
    EffectText(
      "settings",
      names.map { EffectText($0, [EffectText(settings[$0] ?? .empty)]) })
  }
}
