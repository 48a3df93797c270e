import type { Matches, ProductMatch, RuleAnswer } from '../../../../core/financing/match.ts'
import { ruleAnswerWords } from '../../../../core/financing/words.ts'
import { useSay } from '../../words/language.tsx'
import type { Say } from '../../words/language-of.ts'

const colourOf = { meets: 'green', fails: 'red', unknown: 'yellow' } as const

const percent = (bp: number) => `${(bp / 100).toFixed(2)}%`

const fitWords = ({ notMet, unknown, rules }: ProductMatch, say: Say): string => {
  if (notMet > 0) return say(`${notMet}条不符合`, `${notMet} not met`)
  if (unknown > 0) return say(`${unknown}条待补资料`, `${unknown} cannot be said yet`)
  return say(`${rules.length}条全部符合`, `all ${rules.length} met`)
}

const Rule = ({ rule }: { rule: RuleAnswer }) => {
  const say = useSay()
  const word = ruleAnswerWords[rule.answer]
  const lacks = rule.missing.map(({ of, zh, en }) =>
    say(`${of === 'firm' ? '企业' : '需求'}：${zh}`, `${of}: ${en}`),
  )
  return (
    <li>
      <span className={`signal ${colourOf[rule.answer]}`}>
        <b>{say(word)}</b>
      </span>{' '}
      {rule.text}
      {rule.found && <span className="hint"> · {rule.found}</span>}
      {lacks.length > 0 && (
        <span className="hint"> · {say(`缺：${lacks.join('、')}`, `missing: ${lacks.join(', ')}`)}</span>
      )}
    </li>
  )
}

const rateWords = ({ product: { rateCap } }: ProductMatch, say: Say): string | undefined => {
  if (!rateCap) return undefined
  const { overLprBp, lpr, highestBp, toCheck } = rateCap
  const base = lpr === 'oneYear' ? say('1年期LPR', '1-year LPR') : say('5年期以上LPR', '5-year LPR')
  const over = `${base}${overLprBp < 0 ? '' : '+'}${overLprBp}BP`
  if (highestBp === undefined) return say(`利率不超过${over}`, `at most ${over}`)
  const check = toCheck ? say('，按最近登记的LPR，待核', ', by the latest LPR recorded, to be checked') : ''
  return say(
    `利率不超过${over}（${percent(highestBp)}${check}）`,
    `at most ${over} (${percent(highestBp)}${check})`,
  )
}

const Product = ({ match }: { match: ProductMatch }) => {
  const say = useSay()
  const { product, rules } = match
  const facts = [product.banks.map(({ name }) => name).join('、'), rateWords(match, say), product.lossSharing]
  return (
    <li>
      <details open={match.notMet === 0}>
        <summary>
          <strong>{product.name}</strong> · {fitWords(match, say)}
        </summary>
        <p>{facts.filter(Boolean).join('；')}</p>
        <ul className="rules">
          {rules.map((rule) => (
            <Rule key={`${rule.rule} ${rule.text}`} rule={rule} />
          ))}
        </ul>
        <p className="hint">
          {say('出处：', 'Source: ')}
          {[...new Set([product.source, ...rules.map(({ source }) => source)])].join('；')}
        </p>
      </details>
    </li>
  )
}

/** Every product in force, those that fit first, each with the reason per rule. */
export const MatchList = ({ matches }: { matches: Matches }) => {
  const say = useSay()
  return (
    <>
      <p className="hint">{say(matches.disclaimer.zh, matches.disclaimer.en)}</p>
      {matches.items.length === 0 && (
        <p>{say('今天没有在有效期内的产品。', 'No product is in force today.')}</p>
      )}
      <ul className="matches">
        {matches.items.map((match) => (
          <Product key={match.product.id} match={match} />
        ))}
      </ul>
    </>
  )
}
