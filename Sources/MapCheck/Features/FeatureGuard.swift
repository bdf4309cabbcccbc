/// What `if` asks of a feature set.
public struct FeatureGuard: Hashable, Sendable {
  public var required: UInt64
  public var forbidden: UInt64

  public init(required: UInt64 = 0, forbidden: UInt64 = 0) {
    self.required = required
    self.forbidden = forbidden
  }

  public static let always = FeatureGuard()

  public func holds(in set: FeatureSet) -> Bool {
    set.bits & required == required && set.bits & forbidden == 0
  }

  /// Holds where both do.
  public func and(_ other: FeatureGuard) -> FeatureGuard {
    FeatureGuard(required: required | other.required, forbidden: forbidden | other.forbidden)
  }

  /// Every value that it names.
  public var named: UInt64 { required | forbidden }
}
