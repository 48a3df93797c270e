import { auditWords } from '../../../../core/api/audit.ts'
import { firmEventWords } from '../../../../core/firm/events.ts'
import { eventWords } from '../../../../core/issue/event-words.ts'
import type { AuditDayRow } from '../../api/audit-queries.ts'
import type { Word } from '../../words/language-of.ts'

/** What a line may be about: beside the events, then events of firms, then those of issues. */
export const kindWords: Readonly<Record<string, Word>> = { ...auditWords, ...firmEventWords, ...eventWords }

export const stateWords: Readonly<Record<AuditDayRow['state'], Word>> = {
  open: { zh: '未到封存时间', en: 'not sealed yet' },
  unsealed: { zh: '没有封存', en: 'no seal' },
  sealed: { zh: '已封存', en: 'sealed' },
  wrong: { zh: '与封存不符', en: 'not as sealed' },
}
