import MapRuntime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The machine's clock; for tests with `MAPSYNC_CLOCK=-3600` as many seconds wrong.
enum WallClock {
  private static let offset: Int64 =
    getenv("MAPSYNC_CLOCK").flatMap { Int64(String(cString: $0)) } ?? 0

  @Sendable static func now() -> DateTimeValue {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return DateTimeValue(
      milliseconds: (Int64(time.tv_sec) + offset) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
