extension Unicode.Scalar {
  /// True for what could steer a terminal or hide in it: controls, line and paragraph separators,
  /// and format characters such as the bidi controls. The joiners stay, since words need them.
  var isUnsafeToShow: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return value != 0x200C && value != 0x200D
    default: return false
    }
  }

  /// The columns it takes in a terminal: 0 for marks that combine with the one before, 2 for
  /// East Asian wide ones and emoji, otherwise 1.
  ///
  /// Each scalar counts for itself, so emoji joined into one picture count as several; a flag's two
  /// regional indicators count 1 each, which is right for the pair.
  var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }  // vowels and finals of a Hangul syllable
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
  }

  /// Wide or fullwidth in Unicode's EastAsianWidth.txt, without the emoji, by blocks.
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3040...0x3247, 0x3250...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE1F,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      true
    default:
      false
    }
  }
}
