import MapKeys

/// The keys of a step: one of them, and `fails` where it must be refused.
enum StepKey: String, KeySet {
  case create
  case change
  case delete
  case synchronize
  case synchronizeNow = "synchronize-now"
  case fullSynchronization = "full-synchronization"
  case couple
  case createAndCouple = "create-and-couple"
  case namePartner = "name-partner"
  case match
  case uncouple
  case createOrders = "create-orders"
  case processQuotes = "process-quotes"
  case release
  case reopen
  case archive
  case makeOrder = "make-order"
  case post
  case pay
  case unapply
  case cancel
  case correct
  case revise
  case activate
  case win
  case close
  case submit
  case fulfil
  case convert
  case note
  case sendInvoices = "send-invoices"
  case updateInvoiceStatus = "update-invoice-status"
  case updateStatistics = "update-statistics"
  case findDeleted = "find-deleted"
  case restore
  case deletePartner = "delete-partner"
  case review
  case runJobs = "run-jobs"
  case advance
  case retry
  case company
  case fail
  case fails
  case then

  static let title = "a step"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .create:
      .optional(
        .keys(SideRecordsKey.self), "Somebody creates records.")
    case .change:
      .optional(
        .keys(ChangeKey.self), "Somebody changes a record.")
    case .delete:
      .optional(
        .keys(NamedRecordKey.self), "Somebody deletes a record.")
    case .synchronize:
      .optional(
        .textOrTexts, "A scheduled run of a mapping, or of all.")
    case .synchronizeNow:
      .optional(
        .keys(SynchronizeNowKey.self), "A person synchronizes records.")
    case .fullSynchronization:
      .optional(
        .textOrTexts, "A full synchronization of all, or of a list of mappings.")
    case .couple:
      .optional(
        .keys(CoupleKey.self), "A person couples two records.")
    case .createAndCouple:
      .optional(
        .keys(CreateAndCoupleKey.self), "A person creates the partners of records.")
    case .namePartner:
      .optional(
        .keys(NamePartnerKey.self), "The partner that a record has by now gets a name.")
    case .match:
      .optional(
        .text, "Match-based coupling of a mapping.")
    case .uncouple:
      .optional(
        .keys(UncoupleKey.self), "A person uncouples records.")
    case .createOrders:
      .optional(
        .oneOrList(.text), "Sales orders are taken into Business Central.")
    case .processQuotes:
      .optional(
        .oneOrList(.text), "Quotes are taken into Business Central.")
    case .release:
      .optional(
        .keys(NamedRecordKey.self), "Somebody releases a BC document.")
    case .reopen:
      .optional(
        .keys(NamedRecordKey.self),
        "Somebody opens a released BC document again, or a Sales invoice.")
    case .archive:
      .optional(
        .keys(NewDocumentKey.self), "Somebody archives a BC document.")
    case .makeOrder:
      .optional(
        .keys(NewDocumentKey.self), "Somebody makes an order of a BC quote.")
    case .post:
      .optional(
        .keys(PostKey.self), "Somebody ships and invoices a BC order or invoice.")
    case .pay:
      .optional(
        .keys(PayKey.self), "A customer pays a posted invoice.")
    case .unapply:
      .optional(
        .keys(UnapplyKey.self), "Somebody takes the last payment of a posted invoice back.")
    case .cancel:
      .optional(
        .keys(NewDocumentKey.self),
        "Somebody cancels a posted invoice by a credit memo, or an order or invoice in Sales.")
    case .correct:
      .optional(
        .keys(NewDocumentKey.self), "Somebody cancels a posted invoice and begins a new one.")
    case .revise:
      .optional(
        .keys(NewDocumentKey.self), "Somebody revises a Sales quote.")
    case .activate:
      .optional(
        .keys(NamedRecordKey.self), "Somebody activates a Sales quote.")
    case .win:
      .optional(
        .keys(NamedRecordKey.self), "Somebody wins a Sales quote, which makes no order.")
    case .close:
      .optional(
        .keys(CloseKey.self), "Somebody closes a Sales quote that is not won.")
    case .submit:
      .optional(
        .keys(NamedRecordKey.self), "Somebody submits a Sales order.")
    case .fulfil:
      .optional(
        .keys(FulfilKey.self), "Somebody fulfils a Sales order.")
    case .convert:
      .optional(
        .keys(NewDocumentKey.self),
        "Somebody makes an order of a Sales quote, or an invoice of an order.")
    case .note:
      .optional(
        .keys(NoteKey.self), "Somebody writes a note on a record.")
    case .sendInvoices:
      .optional(
        .boolean, "Posted invoices go to Sales.")
    case .updateInvoiceStatus:
      .optional(
        .boolean, "The state of invoices goes to Sales.")
    case .updateStatistics:
      .optional(
        .oneOrList(.text), "The figures of accounts go to Sales, of some or of all.")
    case .findDeleted:
      .optional(
        .text, "Couplings of a mapping whose records are gone are looked for.")
    case .restore:
      .optional(
        .keys(MappingRecordsKey.self), "A person restores deleted partners.")
    case .deletePartner:
      .optional(
        .keys(MappingRecordsKey.self), "A person deletes what is left of couplings.")
    case .review:
      .optional(
        .boolean, "What a full synchronization would do is reviewed.")
    case .runJobs:
      .optional(
        .boolean, "Whatever is due runs.")
    case .advance:
      .optional(
        .duration, "Time passes.")
    case .retry:
      .optional(
        .keys(RetryKey.self), "A person retries what rests.")
    case .company:
      .optional(
        .text, "What follows happens in this company.")
    case .fail:
      .optional(
        .keys(FailKey.self), "The store refuses a record's next writes.")
    case .fails:
      .optional(
        .text, "Words of the sentence with which the step is refused; stands beside the step.")
    case .then:
      .optional(
        .keys(ThenKey.self), "What must be true by now; no time passes, and what is not so ends it."
      )
    }
  }
}
