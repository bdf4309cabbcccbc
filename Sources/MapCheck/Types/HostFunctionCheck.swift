import MapLanguage
import MapRuntime
import MapSource

/// `type-mismatch` of a function of the host: given the same values, it would have to give results
/// of two types, and no call could tell which one it means. `name-clash` of two that become one.
enum HostFunctionCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    var firsts: [HostFunction.Call: HostFunction] = [:]
    var findings: [Finding] = []
    for function in HostFunctionReader(resolved: resolved).functions() {
      guard let first = firsts[function.call] else {
        firsts[function.call] = function
        continue
      }
      if first.name != function.name {
        findings.append(clash(function, first))
      } else if first.result != function.result {
        findings.append(finding(function, first))
      }
    }
    return findings
  }

  private static func clash(_ function: HostFunction, _ first: HostFunction) -> Finding {
    Finding(
      "name-clash",
      "the functions '\(first.name)' and '\(function.name)' become one in Swift", at: function.span,
      label: "is '\(function.call.name.identifier)' too",
      notes: [Finding.Note("'\(first.name)' is called here", at: first.span)],
      help: "call one of them by another name")
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
