import { sumOf } from '../hiring/funnel.ts'
import { helpWords } from '../hiring/hiring-words.ts'
import { all, department, type Lines, type Told, team, timeEn, timeZh } from './told.ts'

const arrived = ({ issue }: Pick<Told, 'issue'>) => sumOf(issue.hiring?.posts ?? [], 'arrived') ?? 0

/** Posts are the department's and the team's own work; they hear of what others did and of what falls due. */
export const linesOfHiring = {
  PostsAdded: [],
  PostChanged: [],
  PostCancelled: [],
  HelpGiven: [
    {
      kind: 'helpGiven',
      to: (told) => (told.event.fair ? all(department, team)(told) : []),
      says: ({ event: { kind, on } }) => ({
        zh: `本件已列入${on}的${helpWords[kind].zh}，请填报岗位进展。`,
        en: `This issue takes part in ${helpWords[kind].en} of ${on}; count the progress of its posts.`,
      }),
    },
  ],
  FunnelRecorded: [],
  FunnelCorrected: [],
  PartAccepted: [
    {
      kind: 'partAccepted',
      to: all(department, team),
      says: () => ({
        zh: '企业接受部分满足，可按“部分解决”申请办结。',
        en: 'The firm accepts part; it can be proposed for closure as partly solved.',
      }),
    },
  ],
  StayAsked: [
    {
      kind: 'stayAsked',
      to: all(department, team),
      says: (told) => ({
        zh: `到岗${arrived(told)}人，已满30日，请于${timeZh(told.event.due)}前回访在岗人数。`,
        en: `${arrived(told)} arrived, and thirty days have passed; count who is still there by ${timeEn(told.event.due)}.`,
      }),
      aloud: () => true,
    },
  ],
  StayCounted: [],
} satisfies Partial<Lines<Told['event']['type']>>
