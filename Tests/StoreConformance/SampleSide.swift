import MapRuntime

/// One of the two systems, for the records that the checks use.
public protocol SampleSide: Sendable {
  static var side: Side { get }
  /// The table of the samples.
  static var table: String { get }
}

/// Samples are accounts.
public enum InSales: SampleSide {
  public static var side: Side { .sales }
  public static var table: String { "account" }
}

/// Samples are records of a company.
public enum InBC: SampleSide {
  public static var side: Side { .bc }
  public static var table: String { "Sample" }
}
