import { always, inHand, type Step } from './step.ts'

/** What a department does with an issue in hand. */
export const workSteps = {
  recordContact: {
    zh: '记录首次联系',
    en: 'record a contact',
    who: ['handler', 'assistingHandler'],
    from: inHand,
    makes: ['ContactRecorded'],
    door: 'portal',
  },
  recordReply: {
    zh: '阶段答复',
    en: 'give an interim reply',
    who: ['handler'],
    from: ['handling'],
    makes: ['ReplyRecorded'],
    door: 'portal',
  },
  handOver: {
    zh: '移交承办人',
    en: 'hand over',
    who: ['handler', 'dispatcher', 'manager'],
    from: ['handling', 'confirming'],
    makes: ['HandedOver'],
    door: 'portal',
  },
  addNote: {
    zh: '内部备注',
    en: 'add an internal note',
    who: ['handler', 'assistingHandler', 'teamThatLogged', 'dispatcher', 'manager'],
    from: always,
    makes: ['NoteAdded'],
    door: 'portal',
  },
  attachFile: {
    zh: '上传附件',
    en: 'attach a file',
    who: ['handler', 'assistingHandler', 'teamThatLogged', 'dispatcher'],
    from: always,
    makes: ['FileAttached'],
    door: 'server',
  },
  issueLink: {
    zh: '发放企业链接',
    en: "hand out the firm's link",
    // Whoever holds the link speaks as the firm, so the department it judges does not hand it out or take it away.
    who: ['outsideTheDepartment'],
    from: always,
    makes: ['FirmLinkIssued'],
    door: 'server',
  },
  revokeLink: {
    zh: '作废企业链接',
    en: "revoke the firm's link",
    who: ['outsideTheDepartment'],
    from: always,
    makes: ['FirmLinkRevoked'],
    door: 'portal',
  },
} as const satisfies Record<string, Step>
