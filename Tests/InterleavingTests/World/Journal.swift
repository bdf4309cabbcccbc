import MapRuntime
import MapSync
import Synchronization

/// What people did in a world, what they could see then, and what they were told.
final class Journal: Sendable {
  struct Edit: Hashable, Sendable {
    let record: String
    let side: Side
    let field: Field
    let text: String
    /// The other side has had it.
    var isDelivered = false
    /// A later edit of the field was made by somebody who could see this one.
    var isSuperseded = false
    /// Edits of the record on the other side, of which neither was seen by who made the other.
    var rivals: Set<Int> = []
  }

  /// What a command said that it did.
  enum Claim: Hashable, Sendable {
    case coupled
    case uncoupled
    /// A person chose whose values count, while these many edits had been made.
    case chose(Side, edits: Int)
  }

  struct Claimed: Hashable, Sendable {
    let record: String
    let claim: Claim
    /// The numbers of the steps at which the command began and ended.
    let began: Int
    let ended: Int
  }

  private struct Notes {
    var edits: [Edit] = []
    var claims: [Claimed] = []
    /// Records that some command was to couple or uncouple, whatever it said.
    var touched: Set<String> = []
    var step = 0
  }

  private let notes = Mutex(Notes())

  var edits: [Edit] { notes.withLock { $0.edits } }
  var claims: [Claimed] { notes.withLock { $0.claims } }
  var touched: Set<String> { notes.withLock { $0.touched } }
  var step: Int { notes.withLock { $0.step } }

  func advance() { notes.withLock { $0.step += 1 } }
  func touch(_ record: String) { _ = notes.withLock { $0.touched.insert(record) } }

  func claim(_ record: String, _ claim: Claim, since began: Int) {
    notes.withLock { notes in
      notes.claims.append(
        Claimed(record: record, claim: claim, began: began, ended: notes.step))
    }
  }

  /// A record that a world begins with on one side, or on both without having been in step.
  func begin(_ record: String, _ side: Side, _ phone: String) {
    edit(record, side, .phone, phone, shown: [:])
  }

  /// Notes an edit before it is made.
  ///
  /// - Parameter shown: The record as the one who edits it sees it.
  func edit(
    _ record: String, _ side: Side, _ field: Field, _ text: String, shown: [Field: String]
  ) {
    notes.withLock { notes in
      let number = notes.edits.count
      var edit = Edit(record: record, side: side, field: field, text: text)
      for index in notes.edits.indices where notes.edits[index].record == record {
        let earlier = notes.edits[index]
        if earlier.side != side, shown[earlier.field] == earlier.text {
          notes.edits[index].isDelivered = true
        }
        let isSeen = earlier.side == side || notes.edits[index].isDelivered
        if isSeen, earlier.field == field { notes.edits[index].isSuperseded = true }
        if !isSeen, !earlier.isSuperseded {
          notes.edits[index].rivals.insert(number)
          edit.rivals.insert(index)
        }
      }
      notes.edits.append(edit)
    }
  }
}
