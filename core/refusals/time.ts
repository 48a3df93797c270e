/** What concerns deadlines, extensions, pauses, supervision and review. */
export const timeRefusals = {
  dateInThePast: {
    zh: '日期不能早于今天，请填今天或以后的日期。',
    en: 'The date lies in the past; give today or a later one.',
  },
  dateInTheFuture: {
    zh: '日期还没有到，请填今天或以前的日期。',
    en: 'The date lies in the future; give today or an earlier one.',
  },
  windowOver: {
    zh: '重新办理的期限已过；问题仍在的，请登记为新诉求并注明原编号。',
    en: 'The time for reopening is over; log it as a new issue that names this one.',
  },
  extensionTooLate: {
    zh: '延期须在到期前至少一个工作日提出；请先答复企业并约定下次答复日期。',
    en: 'An extension is asked for at least one working day before the due time; reply to the firm with the date of the next reply instead.',
  },
  extensionNotLater: {
    zh: '延期后的日期须晚于现在的办结期限，请填更晚的日期。',
    en: 'The new date lies no later than the present one; give a later date.',
  },
  extensionPending: {
    zh: '已有一份延期申请待批，请等候答复。',
    en: 'An extension is asked for already; wait for the answer.',
  },
  noExtensionAsked: { zh: '没有待批的延期申请。', en: 'No extension is asked for.' },
  issuePaused: {
    zh: '这件诉求已暂停计时，请先恢复再办这一步。',
    en: 'The clocks of this issue stand still; resume it first.',
  },
  notPaused: { zh: '这件诉求没有暂停。', en: 'The issue is not paused.' },
  alreadyPaused: { zh: '这件诉求已经暂停。', en: 'The issue is paused already.' },
  alreadySupervised: { zh: '这件诉求已在督办中。', en: 'The issue is under supervision already.' },
  supervisionDueMissing: { zh: '督办须写明期限。', en: 'A supervision has a date by which it ends.' },
  reviewDateMissing: {
    zh: '“条件暂不具备（挂账）”须写明下次复核日期。',
    en: 'A closure for conditions not yet met names the date of its review.',
  },
  nothingToReview: {
    zh: '这件诉求没有挂账待复核的事项；企业有新情况的，请重新办理或另行登记。',
    en: 'Nothing of this issue is kept for review; reopen it, or log what is new.',
  },
  nothingDue: { zh: '没有到期事项。', en: 'Nothing is due.' },
} as const
