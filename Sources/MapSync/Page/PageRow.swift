import MapRuntime

/// What a page does with one of its records.
package enum RowFate: Sendable, Hashable {
  /// Not this mapping's business: not counted.
  case ignored
  case unchanged
  case skipped
  case create
  case update
  case failed
  case held
  /// Its coupling goes, and nothing else happens.
  case uncouple
  /// Its partner is gone, and it goes too.
  case delete
}

/// One record of a page, with all that the stages find out about it. Each stage fills in its part.
///
/// An object, as it goes through the stages by reference: a copy would count the references of all
/// its texts.
package final class PageRow<Way: OneWay> {
  package let source: StoredRecord<Way.Source>

  // Planned
  package var fate: RowFate = .ignored
  package internal(set) var coupling: Coupling?
  package internal(set) var target: StoredRecord<Way.Target>?
  /// Both sides changed since the last run.
  package internal(set) var isBothChanged = false
  /// The target changed since the last run; nil where the two were not compared.
  package internal(set) var isTargetChanged: Bool?
  /// Its coupling rests for a conflict, which is looked at: it may be over (R D-36).
  var isConflictAtRest = false
  /// This very job, or one inside the run, has failed or held it already, or told its conflict: it is not
  /// tried twice.
  var isTriedAlready = false
  /// Found by the automatic matcher in this run (R D-10): written in any case.
  var isMatched = false

  // Converted
  /// What the target shall be; nil where it is not written.
  package internal(set) var result: Way.Target?
  /// The columns of the target that get another value.
  package internal(set) var changes = FieldSet()
  /// Of the columns of two-way fields that differ, those that both sides changed.
  var disputed = FieldSet()
  /// Columns of fields that the two sides have not agreed on yet, and that this direction leaves as they
  /// are.
  var left = FieldSet()
  /// A part of it is in conflict, and only the rest is written.
  var isDisputed = false
  /// What belongs to it changes, so that it is written though none of its own columns may.
  package var hasMore = false
  /// What it was converted with, where it is converted once more when the target is filled.
  package internal(set) var conversion: ConversionRow<Way.Related>?

  // Written
  /// Whatever was noted of it is over: it is nobody's business any more.
  package var isOver = false
  /// What follows the creation of its document was done in this run.
  package var hasFollowed = false
  /// The id of a new target; nil where none is made.
  package internal(set) var newID: Guid?
  /// What both sides agree on once it is written.
  var agreed: AgreedFields?
  /// What the other direction has left to do with it.
  var otherWay = OtherWayEnd.unasked
  /// What that direction noted of it is not so any more.
  var endsOtherEntry = false
  /// Somebody changed the target between our read and our write.
  package internal(set) var isStale = false

  /// Few rows have remarks: a list of at most one is a word in all the others.
  fileprivate var remarks: [RowRemarks] = []

  /// The version of the source that the run itself wrote, if it did.
  private(set) var writtenSource: RecordVersion?
  /// Whether what followed the writing of the target is noted in the coupling.
  private(set) var isTargetNoted = false

  init(_ source: StoredRecord<Way.Source>) { self.source = source }

  /// The source was written by the run itself: that is no news of it.
  package func note(source version: RecordVersion) {
    writtenSource = version
    coupling?.note(version, Way.direction.source)
  }

  /// The target was written by the run itself, which knows what was there before.
  package func note(target version: RecordVersion) {
    isTargetNoted = true
    coupling?.note(version, Way.direction.target)
  }

  /// The next run in the other direction looks at what was made of it: what its system has filled in
  /// goes back (R F-7).
  package func lookAgainAtTarget() { coupling?.forget(Way.direction.target) }

  /// Leaves its target as it is: nothing of it is written.
  package func leave() {
    fate = .unchanged
    result = nil
  }

  /// Leaves its target as it is, and learns nothing of it: what a person changed there stays that person's.
  package func leaveUnseen() {
    leave()
    target = nil
  }

  /// Begins again with another fate: what was found of a partner is forgotten.
  func restart(_ fate: RowFate, coupling: Coupling? = nil) {
    self.fate = fate
    self.coupling = coupling
    target = nil
    isBothChanged = false
    isTargetChanged = nil
    isMatched = false
  }
}

/// A document in whose place another one comes: the coupling that goes, and what the document was
/// read at (R G-4).
package struct Predecessor: Sendable {
  package let coupling: Coupling
  package let version: RecordVersion

  package init(_ coupling: Coupling, _ version: RecordVersion) {
    self.coupling = coupling
    self.version = version
  }
}

/// What is to say of the few records that do not simply go through.
struct RowRemarks: Sendable {
  /// What an earlier run noted of the record.
  var earlier: Entry?
  /// Why this run does not take it through.
  var entry: Entry?
  /// What of it both sides changed, where nobody wins.
  var conflict: RecordConflict?
  /// What this job met and the entry of an earlier one says already.
  var told: Entry?
  /// References that follow later.
  var laters: [Entry] = []
  /// Texts of it that were cut.
  var cuts: [CutNote] = []
  /// Its coupling with a partner that is gone, which goes when a new one is stored.
  var lost: Coupling?
  /// The partner that a preview foresees it uncoupled from.
  var formerTarget: Guid?
  /// The document in whose place its own comes.
  var predecessor: Predecessor?
  /// What was done besides, for its history.
  var story: String?
  /// The Sales records that its refusal compares.
  var compared: [Lookup] = []
}

extension PageRow {
  package internal(set) var earlier: Entry? {
    get { remarks.first?.earlier }
    set { remark { $0.earlier = newValue } }
  }

  package internal(set) var entry: Entry? {
    get { remarks.first?.entry }
    set { remark { $0.entry = newValue } }
  }

  var conflict: RecordConflict? {
    get { remarks.first?.conflict }
    set { remark { $0.conflict = newValue } }
  }

  var told: Entry? {
    get { remarks.first?.told }
    set { remark { $0.told = newValue } }
  }

  package internal(set) var laters: [Entry] {
    get { remarks.first?.laters ?? [] }
    set { remark { $0.laters = newValue } }
  }

  var cuts: [CutNote] {
    get { remarks.first?.cuts ?? [] }
    set { remark { $0.cuts = newValue } }
  }

  var lost: Coupling? {
    get { remarks.first?.lost }
    set { remark { $0.lost = newValue } }
  }

  var formerTarget: Guid? {
    get { remarks.first?.formerTarget }
    set { remark { $0.formerTarget = newValue } }
  }

  /// The document in whose place the row's own comes; nil for a new one.
  package var predecessor: Predecessor? {
    get { remarks.first?.predecessor }
    set { remark { $0.predecessor = newValue } }
  }

  /// What was done with the row besides, for `why` (B7); nil where nothing was.
  package var story: String? {
    get { remarks.first?.story }
    set { remark { $0.story = newValue } }
  }

  /// The Sales records that its refusal compares.
  var compared: [Lookup] {
    get { remarks.first?.compared ?? [] }
    set { remark { $0.compared = newValue } }
  }

  private func remark(_ change: (inout RowRemarks) -> Void) {
    if remarks.isEmpty { remarks.append(RowRemarks()) }
    change(&remarks[0])
  }
}
