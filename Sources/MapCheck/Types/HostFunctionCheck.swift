import MapLanguage
import MapRuntime
import MapSource

/// `type-mismatch` of a function of the host: given the same values, it would have to give results
/// of two types, and no call could tell which one it means.
enum HostFunctionCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    var firsts: [HostFunction.Call: HostFunction] = [:]
    var findings: [Finding] = []
    for function in HostFunctionReader(resolved: resolved).functions() {
      guard let first = firsts[function.call] else {
        firsts[function.call] = function
        continue
      }
      if first.result != function.result { findings.append(finding(function, first)) }
    }
    return findings
  }

  private static func finding(_ function: HostFunction, _ first: HostFunction) -> Finding {
    Finding(
      "type-mismatch",
      "'\(function.name)' is to make \(FieldTypeName.article(function.type)) here and "
        + "\(FieldTypeName.article(first.type)) elsewhere, of values of the same types",
      at: function.span, label: "makes \(FieldTypeName.article(function.type))",
      notes: [
        Finding.Note("it makes \(FieldTypeName.article(first.type)) here", at: first.span)
      ],
      help: "call one of the two functions by another name")
  }
}
