import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { unlawfulLimitsIn, unlawfulLimitsOf } from '../../../../core/hiring/fair-wording.ts'
import {
  boardWords,
  funnelWords,
  helpWords,
  insuranceWords,
  postKindWords,
  postReasonWords,
  schoolingWords,
  shiftWords,
} from '../../../../core/hiring/hiring-words.ts'
import type { Post } from '../../../../core/issue/hiring.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { missingFor } from '../../../../core/issue/missing.ts'
import { canOffer } from '../../../../core/issue/readiness.ts'
import { keysOf } from '../../../../core/words.ts'
import type { Me } from '../../api/queries.ts'
import { Limits } from '../../parts/limits.tsx'
import { useSay } from '../../words/language.tsx'
import type { Say } from '../../words/language-of.ts'
import { Checklist } from './checklist.tsx'
import { lackingOf } from './lacking.ts'
import type { OpenForm } from './open-form.ts'

const wageOf = ({ wageFromYuan: from, wageToYuan: to }: Post, say: Say) => {
  if (from === undefined && to === undefined) return undefined
  const range = from === undefined || to === undefined || from === to ? (from ?? to) : `${from}–${to}`
  return say(`${range} 元/月`, `CNY ${range} a month`)
}

const factsOf = (post: Post, say: Say): string[] =>
  [
    say(`${post.headcount} 人`, `${post.headcount} people`),
    say(postKindWords[post.kind]),
    wageOf(post, say),
    post.schooling && say(schoolingWords[post.schooling]),
    post.experience,
    post.certificate,
    post.shifts && say(shiftWords[post.shifts]),
    post.insurance && say(insuranceWords[post.insurance]),
    post.board && say(boardWords[post.board]),
    post.place,
    post.reason && say(postReasonWords[post.reason]),
    post.wantedOn && say(`${post.wantedOn} 前到岗`, `wanted by ${post.wantedOn}`),
    post.validUntil && say(`有效至 ${post.validUntil}`, `valid until ${post.validUntil}`),
  ].filter((fact): fact is string => Boolean(fact))

/** A post as the form has it, to be changed. */
const typedOf = ({
  funnel: _,
  arrivals: __,
  cancelledAt: ___,
  id,
  ...facts
}: Post): Record<string, string> => ({
  post: id,
  ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)])),
})

const Funnel = ({ post }: { post: Post }) => {
  const say = useSay()
  return (
    <ol className="funnel" aria-label={say(`${post.id} 招聘进展`, `Progress of ${post.id}`)}>
      {keysOf(funnelWords).map((step) => (
        <li key={step}>
          <span>{say(funnelWords[step])}</span> <b>{post.funnel[step] ?? '—'}</b>
        </li>
      ))}
    </ol>
  )
}

/** The posts of a hiring issue with their funnel, and what is missing before it can be called solved. */
export const PostsPanel = ({ issue, me, onOpen }: { issue: Issue; me: Me; onOpen: OpenForm }) => {
  const say = useSay()
  const { posts = [], helps = [] } = issue.hiring ?? {}
  const { need } = issue
  const mayAdd = canOffer('addPost', issue, me) === true
  const mayChange = canOffer('changePost', issue, me) === true
  const mayCount = canOffer('recordFunnel', issue, me) === true
  const missing = issue.stage === 'closed' ? [] : missingFor(issue, 'solved')
  const asPost = {
    ...(need?.post && { title: need.post }),
    ...(need?.headcount && { headcount: String(need.headcount) }),
  }
  return (
    <section aria-label={say('岗位', 'Posts')}>
      <h2>{say('岗位', 'Posts')}</h2>
      <Limits found={unlawfulLimitsIn(issue.content, '/content')} />
      {posts.length === 0 && <p>{say('还没有登记岗位。', 'No post is registered yet.')}</p>}
      {posts.map((post) => (
        <article key={post.id} className="card">
          <h3>
            {post.id} {post.title}
            {post.cancelledAt && say('（已取消）', ' (cancelled)')}
          </h3>
          <p>{factsOf(post, say).join(' · ')}</p>
          <Limits found={unlawfulLimitsOf(post)} />
          <Funnel post={post} />
          {!post.cancelledAt && (mayChange || mayCount) && (
            <div className="buttons">
              {mayCount && (
                <Button onClick={() => onOpen('recordFunnel', { post: post.id })}>
                  {say(`填报 ${post.id} 进展`, `Count ${post.id}`)}
                </Button>
              )}
              {mayChange && (
                <Button onClick={() => onOpen('changePost', typedOf(post))}>
                  {say(`更改 ${post.id}`, `Change ${post.id}`)}
                </Button>
              )}
            </div>
          )}
        </article>
      ))}
      {mayAdd && (
        <Button onClick={() => onOpen('addPost', posts.length === 0 ? asPost : {})}>
          {say('添加岗位', 'Add a post')}
        </Button>
      )}
      <Checklist
        title={say('按“已解决”办结还缺', 'Missing before it is solved')}
        items={lackingOf(missing, issue, me, onOpen)}
      />
      {helps.length > 0 && (
        <>
          <h3>{say('帮扶', 'Help')}</h3>
          <ul>
            {helps.map(({ kind, on, at, fair, post }) => (
              <li key={at + kind + (fair ?? '')}>
                {[on, say(helpWords[kind]), post].filter(Boolean).join(' · ')}{' '}
                {fair && <Link to="/fairs">{fair}</Link>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="hint">{say('只记人数，不记姓名。', 'Counts only; names are not written down.')}</p>
    </section>
  )
}
