import { all, department, dispatcher, type Lines, team, timeEn, timeZh } from './told.ts'

/** What is kept on the list, and comes up again. */
export const linesOfReview = {
  ReviewDueRecorded: [
    {
      kind: 'reviewDue',
      to: all(department, dispatcher),
      says: () => ({
        zh: '挂账诉求今日到期复核，请看条件是否已经具备。',
        en: 'What is kept on the list is due for review today; see whether the conditions are met by now.',
      }),
    },
  ],
  ClosureReviewed: [
    {
      kind: 'reviewed',
      to: all(department, team),
      says: ({ event: { redo, reviewOn } }) => {
        if (redo) {
          return {
            zh: `挂账复核：条件已具备，继续办理，请于${timeZh(redo.close)}前办结。`,
            en: `Reviewed: the conditions are met, the work goes on, to be closed by ${timeEn(redo.close)}.`,
          }
        }
        return reviewOn
          ? {
              zh: `挂账复核：条件仍不具备，下次复核日期为${reviewOn}。`,
              en: `Reviewed: not possible yet, to be looked at again on ${reviewOn}.`,
            }
          : { zh: '挂账复核：不再挂账。', en: 'Reviewed: it is taken off the list.' }
      },
    },
  ],
} satisfies Lines<'ReviewDueRecorded' | 'ClosureReviewed'>
