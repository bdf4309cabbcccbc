import MapRuntime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The machine's clock.
enum MachineTime {
  @Sendable static func now() -> DateTimeValue {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return DateTimeValue(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
