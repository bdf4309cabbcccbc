/// Turns spans into the places of SARIF.
struct SARIFPlaces {
  private let report: FindingReport
  private let path: (String) -> String

  init(_ report: FindingReport, path: @escaping (String) -> String) {
    self.report = report
    self.path = path
  }

  func location(of span: Span, message: String? = nil) -> SARIFLocation {
    SARIFLocation(
      physicalLocation: .init(artifactLocation: artifact(span.file), region: region(of: span)),
      message: message.map(SARIFMessage.init))
  }

  func artifact(_ file: Int32) -> SARIFLocation.Artifact {
    SARIFLocation.Artifact(uri: Self.uri(path(report.sources[file].path)))
  }

  func region(of span: Span) -> SARIFLocation.Region {
    let start = report.start(of: span)
    let end = report.end(of: span)
    return SARIFLocation.Region(
      startLine: start.line, startColumn: start.column,
      endLine: end.line, endColumn: end.column)
  }

  /// A path as a URI reference: everything but letters, digits, `-._~` and `/` is percent-encoded.
  static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        return String(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return (digits.count < 2 ? "%0" : "%") + digits
      }
    }.joined()
  }
}
