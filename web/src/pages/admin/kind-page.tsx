import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { mayAdd, referenceKindWords } from '../../../../core/reference/administration.ts'
import { kindsOfReference, type ReferenceKind, validOn } from '../../../../core/reference/records.ts'
import { type AnyRecord, type ReferenceList, referenceQuery } from '../../api/admin-queries.ts'
import { failureOf } from '../../api/failure.ts'
import { NotFound } from '../../app/not-found.tsx'
import { useMe } from '../../app/use-me.ts'
import { BackLink } from '../../parts/back-link.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useKept } from '../../parts/use-kept.ts'
import { useSay } from '../../words/language.tsx'
import { dateTime, today } from '../../words/time.ts'
import { RecordForm } from './record-form.tsx'
import { Fields } from './record-shown.tsx'

const nameOf = (record: AnyRecord) => String(record.name ?? record.title ?? record.id)
const headed = ['id', 'validFrom', 'validTo', 'source'] as const

type Added = ReferenceList['added'][number] | undefined

const Validity = ({ record, state, added }: { record: AnyRecord; state: string; added: Added }) => {
  const say = useSay()
  const until = record.validTo ? say(`至 ${record.validTo}`, `to ${record.validTo}`) : ''
  return (
    <li>
      <p>
        <b>{say(`${record.validFrom} 起`, `from ${record.validFrom}`)}</b> {until}{' '}
        <span className="tag">{state}</span>
      </p>
      <p className="hint">
        {say('来源', 'Source')}：{record.source}
        {added &&
          say(
            `；${added.byName ?? added.by} 于 ${dateTime(added.at)} 登记`,
            `; added by ${added.byName ?? added.by} on ${dateTime(added.at)}`,
          )}
      </p>
      <details className="more">
        <summary>{say('内容', 'Content')}</summary>
        <Fields record={record} without={headed} />
      </details>
    </li>
  )
}

const OneRecord = ({
  records,
  added,
  onChange,
}: {
  records: readonly AnyRecord[]
  added: ReferenceList['added']
  onChange: ((record: AnyRecord) => void) | undefined
}) => {
  const say = useSay()
  const [inForce] = validOn(records, today())
  const latest = records.at(-1)
  const stateOf = (record: AnyRecord) => {
    if (record === inForce) return say('现行', 'in force')
    return record.validFrom > today() ? say('未生效', 'to come') : say('已被替代或停用', 'past')
  }
  if (!latest) return null
  const name = nameOf(inForce ?? latest)
  return (
    <article className="card" aria-label={name}>
      <h2>
        {name} <small className="hint">{latest.id}</small>
      </h2>
      <ol aria-label={say('各期记录', 'Validities')}>
        {records.toReversed().map((record) => (
          <Validity
            key={record.validFrom}
            record={record}
            state={stateOf(record)}
            added={added.find((one) => one.id === record.id && one.validFrom === record.validFrom)}
          />
        ))}
      </ol>
      {onChange && (
        <Button onClick={() => onChange(latest)}>
          {say(`另登记“${name}”的新一期`, `Add another validity of “${name}”`)}
        </Button>
      )}
    </article>
  )
}

const Kind = ({ kind }: { kind: ReferenceKind }) => {
  const say = useSay()
  const me = useMe()
  const found = useInfiniteQuery(referenceQuery(kind))
  /** The record that the open form begins with; nothing where none is open. */
  const [form, setForm] = useKept<Record<string, unknown> | null>(`open-record:${kind}`, null)
  const [done, setDone] = useState<string>()
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const added = found.data?.pages.flatMap((page) => page.added) ?? []
  const may = me !== undefined && mayAdd(me.role, kind)
  const open = (from: Record<string, unknown>) => {
    // A change has a source of its own.
    const { validFrom: _, validTo: __, source: ___, ...rest } = from
    setDone(undefined)
    setForm(rest)
  }
  return (
    <section aria-busy={found.isFetching}>
      <BackLink to="/admin" word={{ zh: '管理', en: 'Administration' }} />
      <h1>{say(referenceKindWords[kind] ?? { zh: kind, en: kind })}</h1>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <p role="status" className="hint">
        {done !== undefined && say(`已登记：${done}。`, `Added: ${done}.`)}
      </p>
      {may && !form && (
        <div className="buttons">
          <Button type="primary" onClick={() => open({})}>
            {say('登记新记录', 'Add a record')}
          </Button>
        </div>
      )}
      {form && (
        <RecordForm
          key={String(form.id)}
          kind={kind}
          from={form}
          onDone={(id) => {
            setForm(undefined)
            setDone(id)
          }}
        />
      )}
      {[...Map.groupBy(items, ({ id }) => id).values()].map((records) => (
        <OneRecord
          key={records[0]?.id}
          records={records}
          added={added}
          onChange={may && !form ? open : undefined}
        />
      ))}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {say('再列一些', 'Show more')}
        </Button>
      )}
    </section>
  )
}

const isKind = (text: string): text is ReferenceKind => kindsOfReference.some((kind) => kind === text)

/** All validities of one kind with their source, and a form that adds another. */
export const KindPage = () => {
  const { kind } = useParams({ from: '/admin/$kind' })
  return isKind(kind) ? <Kind key={kind} kind={kind} /> : <NotFound />
}
