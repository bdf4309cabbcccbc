import MapRuntime

/// Ids of what is made of something else on the other side: whoever makes it again, after a kill or
/// without remembering, makes the same, and finds it there.
extension Guid {
  /// The id of a note's copy, and of the post that tells of a record; the copy's copy is the first.
  var copied: Guid { Guid(high: high, low: low ^ 0x0000_6D61_7063_6370) }

  /// The id of the price list that a document has for itself.
  var priced: Guid { Guid(high: high, low: low ^ 0x0000_6D61_7063_706C) }

  /// The id of a second post that tells of a record, to somebody else.
  var told: Guid { Guid(high: high, low: low ^ 0x0000_6D61_7063_7764) }

  /// The id of the post that tells of a record once more, after so many times before.
  func copied(after times: Int) -> Guid {
    Guid(high: high, low: copied.low ^ UInt64(times) << 48)
  }
}
