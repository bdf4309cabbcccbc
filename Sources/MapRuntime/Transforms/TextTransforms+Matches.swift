extension TextTransforms {
  /// The template, filled from the first match of the pattern; refuses a text without one.
  public static func matched(
    _ text: String, _ pattern: TextPattern, template: String
  ) throws(TransformFailure) -> String {
    text.isEmpty ? text : try pattern.filled(template, from: text)
  }
}
