import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { bankClockWords, referralStateWords } from '../../../../core/referral/words.ts'
import { type ReferralRow, referralsQuery } from '../../api/bank-queries.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, failureOf } from '../../api/failure.ts'
import { useMe, useNames } from '../../app/use-me.ts'
import { BankChoice } from '../../parts/bank-choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { ReplySheetBack } from '../../parts/reply-sheet-back.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { SignalTag } from '../../parts/signal-tag.tsx'
import { useSay } from '../../words/language.tsx'
import { outlineWords } from '../../words/loan.ts'
import { today } from '../../words/time.ts'

const hourMs = 3_600_000
const signalOf = (deadline: string | undefined, now = Date.now()) => {
  if (!deadline) return undefined
  const left = Date.parse(deadline) - now
  return left < 0 ? 'red' : left < 24 * hourMs ? 'yellow' : 'green'
}

const Row = ({ row }: { row: ReferralRow }) => {
  const say = useSay()
  return (
    <li>
      <div className="what">
        <Link to="/banks/$id" params={{ id: row.id }}>
          {row.firm ?? say('匿名需求', 'An anonymous need')} {row.id}
        </Link>
        <p>{outlineWords(row.outline, say).join(' · ')}</p>
      </div>
      <p className="tags">
        <span className="tag">{say(referralStateWords[row.state])}</span>
        {row.late?.map((clock) => (
          <span key={clock} className="tag urgent">
            {say(`${bankClockWords[clock].zh}超期`, `${bankClockWords[clock].en} late`)}
          </span>
        ))}
      </p>
      <SignalTag signal={signalOf(row.deadline)} due={row.deadline} />
    </li>
  )
}

/** For a bank without accounts: all that waits for it, on one sheet. */
const SheetButton = ({ bank }: { bank: string }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const [failure, setFailure] = useState<Failure>()
  const take = async () => {
    const asked = { path: '/reply-sheets', query: { bank }, wantsFile: true, timeoutMs: 120_000 } as const
    const outcome = await attempt<Blob>(asked)
    setFailure(outcome.ok ? undefined : outcome.failure)
    if (outcome.ok)
      saveFile(outcome.value, `${say('银行回执表', 'reply sheet')}-${nameOf(bank)}-${today()}.xlsx`)
  }
  return (
    <>
      <Button onClick={() => void take()}>
        {say('取这家银行的回执表', "Take out this bank's reply sheet")}
      </Button>
      <FailureBox failure={failure} />
    </>
  )
}

/** A bank's referrals, the nearest deadline first; the office looks into each bank's. */
export const BanksPage = () => {
  const say = useSay()
  const me = useMe()
  const { directory, nameOf } = useNames()
  const [over, setOver] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const isBank = me?.role === 'banker'
  const bank = isBank ? me.bank : (chosen ?? directory?.banks[0]?.id)
  const found = useInfiniteQuery({
    ...referralsQuery(isBank ? undefined : `bank:${bank}`, over),
    enabled: Boolean(me && bank),
  })
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-busy={found.isFetching}>
      <h1>{say('银行推荐', 'Referrals')}</h1>
      <div className="filters">
        {isBank ? <p>{nameOf(me.bank)}</p> : <BankChoice bank={bank} onChange={setChosen} />}
        <Checkbox checked={over} onChange={(event) => setOver(event.target.checked)}>
          {say('看已结束的', 'Those that are over')}
        </Checkbox>
      </div>
      {me?.role === 'handler' && bank && <SheetButton key={bank} bank={bank} />}
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
      <ul className="issues untickable" aria-label={say('推荐', 'Referrals')}>
        {items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <p role="status" className="hint">
        {found.isLoading && say('正在读取……', 'Loading …')}
        {found.isSuccess && items.length === 0 && say('这里没有推荐。', 'There are no referrals here.')}
        {items.length > 0 &&
          say(`已列出 ${items.length} 条，最紧迫的在前。`, `${items.length} listed, the most urgent first.`)}
      </p>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {say('再列一些', 'Show more')}
        </Button>
      )}
      {me?.role === 'handler' && <ReplySheetBack onDone={() => void found.refetch()} />}
    </section>
  )
}
