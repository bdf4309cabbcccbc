import ArgumentParser
import MapRuntime

/// `--side`.
enum SideChoice: String, ExpressibleByArgument, CaseIterable {
  case bc
  case sales

  var side: Side { self == .bc ? .bc : .sales }
}
