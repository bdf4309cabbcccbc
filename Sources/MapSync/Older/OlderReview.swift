import MapRuntime

/// What bringing the couplings of one direction up to date would come to, without doing it.
public struct OlderReview: Sendable {
  public let mapping: String
  public let direction: Direction
  /// How many would be written, found equal, and so on.
  public private(set) var fates: [RecordPreview.Fate: Int] = [:]
  /// Records that a change of their partner reaches first.
  public private(set) var returning = 0
  /// The first that would be written or refused.
  public private(set) var examples: [RecordPreview] = []

  private static let exampleCount = 5

  init(_ mapping: String, _ direction: Direction) {
    self.mapping = mapping
    self.direction = direction
  }

  public var count: Int { fates.values.reduce(returning, +) }

  mutating func add(_ previews: [RecordPreview], idle: Int) {
    if idle > 0 { fates[.unchanged, default: 0] += idle }
    for preview in previews {
      fates[preview.fate, default: 0] += 1
      tell(preview)
    }
  }

  /// Records of which only the partner changed, as the run back takes them: one that does not come
  /// through there is as little brought up to date as one that fails here.
  mutating func add(returning previews: [RecordPreview]) {
    for preview in previews {
      switch preview.fate {
      case .failed, .held, .skipped: fates[preview.fate, default: 0] += 1
      case .create, .update, .unchanged, .follow, .uncouple, .delete: returning += 1
      }
      tell(preview)
    }
  }

  private mutating func tell(_ preview: RecordPreview) {
    let isTelling = preview.fate != .unchanged && preview.fate != .skipped
    if isTelling && examples.count < Self.exampleCount { examples.append(preview) }
  }
}

extension OlderCouplings {
  /// What `bringUpToDate` would come to now, a review for each direction in its order; none for one
  /// that has nothing older.
  public func review(_ mapping: BoundMapping) async throws(StoreFailure) -> [OlderReview] {
    let older = try await MappingEffects(integration).older(mapping)
    var reviews: [OlderReview] = []
    for direction in Self.directions(mapping) {
      guard let older = older[direction] else { continue }
      let review = try await Self.review(mapping.type, mapping, direction, older, integration)
      if review.count > 0 { reviews.append(review) }
    }
    return reviews
  }

  private static func review<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction, _ older: OlderEffects,
    _ integration: Integration
  ) async throws(StoreFailure) -> OlderReview {
    switch direction {
    case .toSales: try await review(ToSales<Mapping>.self, mapping, older, integration)
    case .toBC: try await review(ToBC<Mapping>.self, mapping, older, integration)
    }
  }

  private static func review<Way: OneWay>(
    _ way: Way.Type, _ mapping: BoundMapping, _ older: OlderEffects, _ integration: Integration
  ) async throws(StoreFailure) -> OlderReview {
    var review = OlderReview(mapping.name, Way.direction)
    let run = try await Way.looking(mapping, integration, .older)
    var after: Guid?
    while !Task.isCancelled {
      guard let page = try await OlderPage<Way>(run, older, after: after) else { break }
      after = page.couplings.last?.bcID
      let converted = try await ConvertedPage(PlannedPage(run, page.records))
      let previews = try await PagePreview(ForeseenPage(converted)).records
      let isTwoWay = mapping.policy.directions.count > 1
      let late = previews.filter { isTwoWay && $0.isTargetChanged && !$0.isSourceChanged }
      let targets = late.compactMap(\.target)
      let left =
        targets.isEmpty
        ? []
        : try await MappingRun<Way>.leftAlone(
          run.target.records(Way.Target.self, ids: targets), run)
      let returning = targets.filter { !left.contains($0) }
      review.add(
        previews.filter { !late.contains($0) },
        idle: page.idle.count + targets.count - returning.count)
      guard !returning.isEmpty else { continue }
      review.add(
        returning: try await Preview(integration).records(
          mapping, Way.direction.reversed, .older, ids: returning))
    }
    return review
  }
}
