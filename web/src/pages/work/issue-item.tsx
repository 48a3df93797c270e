import { Link } from '@tanstack/react-router'
import { categoryWords, stageWords } from '../../../../core/words.ts'
import type { IssueRow } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { SignalTag } from '../../parts/signal-tag.tsx'
import { useSay } from '../../words/language.tsx'

type Props = { item: IssueRow; chosen: boolean; onChoose: (id: string, on: boolean) => void }

export const IssueItem = ({ item, chosen, onChoose }: Props) => {
  const say = useSay()
  const { nameOf } = useNames()
  return (
    <li className={chosen ? 'chosen' : undefined}>
      <label className="tick">
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => onChoose(item.id, event.target.checked)}
          aria-label={say(`选择 ${item.firm.name} ${item.id}`, `Choose ${item.firm.name} ${item.id}`)}
        />
      </label>
      <div className="what">
        <Link to="/issues/$id" params={{ id: item.id }}>
          {item.firm.name}
        </Link>
        <p>{item.summary}</p>
        <p className="hint">
          {item.id}
          {item.firm.park && ` · ${item.firm.park}`}
          {item.department && ` · ${nameOf(item.department)}`}
          {item.handler && ` · ${nameOf(item.handler)}`}
        </p>
      </div>
      <p className="tags">
        <span className="tag">{say(categoryWords[item.category])}</span>
        <span className="tag">{say(stageWords[item.stage])}</span>
        {item.urgency === 'urgent' && <span className="tag urgent">{say('紧急', 'urgent')}</span>}
      </p>
      <SignalTag signal={item.signal} due={item.deadline} />
    </li>
  )
}
