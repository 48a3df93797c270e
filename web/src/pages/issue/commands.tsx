import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { IssueView } from '../../../../core/api/issue-view.ts'
import { canOffer } from '../../../../core/issue/readiness.ts'
import { lifecycle, stepOf } from '../../../../core/lifecycle.ts'
import type { Category } from '../../../../core/words.ts'
import type { EventView, Me } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { type ButtonCommand, buttonCommands } from './command-fields.ts'
import { openForm } from './open-form.ts'

// What a command may hold is read when one is given; most who open an issue give none.
const loadForm = () => import('./command-form.tsx')
/** Where it cannot be loaded, the press of the button says so. */
const comesNear = () => void loadForm().catch(() => {})
const CommandForm = lazy(async () => ({ default: (await loadForm()).CommandForm }))

/** `field`: where the form that opens begins. */
type Props = { view: IssueView; me: Me; events: EventView[]; field?: string | undefined }

const isFor = (name: ButtonCommand, category: Category) => {
  const { only } = stepOf(name)
  return only === undefined || only === category
}

/** Every command of the lifecycle: those that may be given, and those that may not, with the reason. */
export const Commands = ({ view, me, events, field }: Props) => {
  const say = useSay()
  const { issue } = view
  // A form that was left in the middle, for a new sign-in say, opens again.
  const [open, setOpen] = useState<ButtonCommand | undefined>(() => openForm(issue.id))
  const [sending, setSending] = useState(false)
  const [whyNot, setWhyNot] = useState(false)
  const here = buttonCommands.filter((name) => isFor(name, issue.category))
  const judged = here.map((name) => ({ name, may: canOffer(name, issue, me) }))
  const able = judged.filter(({ may }) => may === true)
  const unable = judged.flatMap(({ name, may }) => (may === true ? [] : [{ name, why: may }]))
  return (
    <section aria-label={say('办理', 'Steps')}>
      <h2>{say('办理', 'Steps')}</h2>
      {able.length === 0 && <p>{say('您现在没有可办的步骤。', 'There is nothing for you to do now.')}</p>}
      <div className="buttons">
        {able.map(({ name }, index) => (
          <Button
            key={name}
            type={index === 0 && !open ? 'primary' : 'default'}
            aria-expanded={open === name}
            disabled={sending}
            onPointerEnter={comesNear}
            onFocus={comesNear}
            onClick={() => setOpen(open === name ? undefined : name)}
          >
            {say(lifecycle[name])}
          </Button>
        ))}
      </div>
      {open && (
        <Suspense fallback={<p role="status">{say('正在读取……', 'Loading …')}</p>}>
          <CommandForm
            key={open}
            command={open}
            view={view}
            me={me}
            events={events}
            setSending={setSending}
            field={field}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
      <details className="unable" onToggle={(event) => setWhyNot(event.currentTarget.open)}>
        <summary>
          {say(`暂不能办理的步骤（${unable.length}）`, `Not possible now (${unable.length})`)}
        </summary>
        {whyNot && (
          <ul>
            {unable.map(({ name, why }) => (
              <li key={name}>
                <Button disabled aria-describedby={`why-${name}`}>
                  {say(lifecycle[name])}
                </Button>
                <span id={`why-${name}`}>{say(why.detail ?? why.zh, why.en)}</span>
              </li>
            ))}
          </ul>
        )}
      </details>
    </section>
  )
}
