import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { type PolicyList, policiesQuery, policyFirmsQuery } from '../../api/firm-queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { RulesList, verdictWords } from '../firm/rules-list.tsx'

type Policy = PolicyList['items'][number]

const Firms = ({ id }: { id: string }) => {
  const say = useSay()
  const found = useInfiniteQuery(policyFirmsQuery(id))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {found.isError && <FailureBox failure={failureOf(found.error)} />}
      <p role="status" className="hint">
        {found.isLoading && say('正在读取……', 'Loading …')}
        {found.isSuccess && say(`已列出 ${items.length} 家`, `${items.length} listed`)}
      </p>
      <ul className="found" aria-label={say('适合的企业', 'Firms that it fits')}>
        {items.map((firm) => (
          <li key={firm.uscc}>
            <Link to="/firms/$uscc" params={{ uscc: firm.uscc }}>
              <b>{firm.name}</b>
            </Link>{' '}
            {say(verdictWords[firm.verdict])}
            <RulesList rules={firm.rules} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {say('再列一些', 'Show more')}
        </Button>
      )}
    </>
  )
}

const PolicyCard = ({ policy }: { policy: Policy }) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { parks, sizes, industries, tags } = policy.for
  const wanted = [parks, sizes, industries, tags].flatMap((list) => (list ? [list.join('、')] : []))
  return (
    <article className="card" id={`policy-${policy.id}`} aria-label={policy.title}>
      <h2>{policy.title}</h2>
      {policy.sample && <p>{say('示例记录，不是真实政策。', 'A sample, no real policy.')}</p>}
      {policy.summary && <p>{policy.summary}</p>}
      <dl className="facts">
        <div>
          <dt>{say('发文单位', 'Issued by')}</dt>
          <dd>{policy.issuer}</dd>
        </div>
        <div>
          <dt>{say('适用', 'For')}</dt>
          <dd>{wanted.join('；') || say('全部企业', 'all firms')}</dd>
        </div>
        {policy.deadline && (
          <div>
            <dt>{say('申报截止', 'Deadline')}</dt>
            <dd>{policy.deadline}</dd>
          </div>
        )}
        <div>
          <dt>{say('怎么申报', 'How to apply')}</dt>
          <dd>{policy.howToApply}</dd>
        </div>
        <div>
          <dt>{say('来源', 'Source')}</dt>
          <dd>{policy.link ? <a href={policy.link}>{policy.source}</a> : policy.source}</dd>
        </div>
      </dl>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('适合的企业', 'Firms that it fits')}
      </Button>
      {open && <Firms id={policy.id} />}
    </article>
  )
}

/** The policies in force, and for each the firms that it fits with the reason of every rule. */
export const PoliciesPage = () => {
  const say = useSay()
  const found = useQuery(policiesQuery)
  return (
    <section aria-busy={found.isFetching}>
      <h1>{say('政策', 'Policies')}</h1>
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <p role="status" className="hint">
        {found.isSuccess &&
          found.data.items.length === 0 &&
          say('没有登记现行政策。', 'No policies are recorded.')}
      </p>
      {found.data?.items.map((policy) => (
        <PolicyCard key={policy.id} policy={policy} />
      ))}
    </section>
  )
}
