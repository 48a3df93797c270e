import { useQuery } from '@tanstack/react-query'
import { type IndicatorAnswer, indicatorsQuery } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import { inWan } from '../../words/money.ts'
import { Chart } from './chart.tsx'

type Row = IndicatorAnswer['rows'][number]
type Name = IndicatorAnswer['indicators'][number]['name']

const figure = (row: Row | undefined, name: Name) =>
  row?.figures.find((one) => one.name === name && one.basis === 'cohort')
const part = (row: Row | undefined, name: Name) => figure(row, name)?.part ?? 0
const whole = (row: Row | undefined, name: Name) => figure(row, name)?.whole ?? 0

const nameIn = (row: Row) => row.dimension.slice(row.dimension.indexOf(':') + 1)

/** What a manager looks at: how far issues came, month by month, what is open and late, and where money came of it. */
export const Charts = ({ month }: { month: string }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const all = useQuery(indicatorsQuery(month, 'all')).data?.rows[0]
  const months = useQuery(indicatorsQuery(month, 'month')).data?.rows ?? []
  const departments = (useQuery(indicatorsQuery(month, 'department')).data?.rows ?? [])
    .filter((row) => nameIn(row) !== 'none')
    .toSorted((a, b) => nameOf(nameIn(a)).localeCompare(nameOf(nameIn(b)), 'zh-CN'))
  const monthNames = months.map(nameIn)
  const of = (rows: Row[], name: Name) => rows.map((row) => part(row, name))
  const number = say('件数', 'issues')
  return (
    <>
      <Chart
        title={say(`办结漏斗（${month} 登记）`, `How far issues came (logged ${month})`)}
        hint={say(
          '部门报结、企业确认、结果核验是三件事，不互相代替。',
          'What the department says, what the firm says and what was seen are three facts.',
        )}
        kind="across"
        labels={[
          say('登记受理', 'logged and taken on'),
          say('部门办结', 'closed by the department'),
          say('企业确认解决', 'solved, says the firm'),
          say('结果核验', 'seen to have happened'),
        ]}
        series={[
          {
            name: number,
            values: [
              part(all, 'accepted'),
              part(all, 'closed'),
              part(all, 'solvedStrict'),
              part(all, 'verified'),
            ],
          },
        ]}
      />
      <Chart
        title={say('按月趋势', 'Month by month')}
        kind="line"
        labels={monthNames}
        series={[
          { name: say('受理', 'taken on'), values: of(months, 'accepted') },
          { name: say('部门办结', 'closed'), values: of(months, 'closed') },
          { name: say('企业确认解决', 'solved'), values: of(months, 'solvedStrict') },
        ]}
      />
      <Chart
        title={say('在办件：登记于哪个月', 'Still open, by the month logged')}
        kind="bar"
        labels={monthNames}
        series={[{ name: say('在办件数', 'still open'), values: of(months, 'open') }]}
      />
      <Chart
        title={say(`各部门当前超期（${month} 登记）`, `Overdue now by department (logged ${month})`)}
        hint={say('按名称排列，不作排名。', 'In the order of names; this is no ranking.')}
        kind="across"
        labels={departments.map((row) => nameOf(nameIn(row)))}
        series={[
          { name: say('在办', 'open'), values: of(departments, 'open') },
          { name: say('其中超期', 'of these overdue'), values: of(departments, 'overdueNow') },
        ]}
      />
      <Chart
        title={say('银行推荐漏斗（户）', 'Referrals to banks (firms)')}
        kind="across"
        labels={[say('已推荐', 'referred'), say('获授信', 'approved'), say('已放款', 'with money')]}
        series={[
          {
            name: say('户数', 'firms'),
            values: [whole(all, 'firmsApproved'), part(all, 'firmsApproved'), part(all, 'firmsFunded')],
          },
        ]}
      />
      <Chart
        title={say('银行推荐金额（元）', 'Referrals to banks (CNY)')}
        hint={say('申请、授信、放款分别列出，不相加。', 'Requested, approved and drawn; never added up.')}
        kind="across"
        labels={[say('申请额', 'requested'), say('授信额', 'approved'), say('放款额', 'drawn')]}
        series={[
          {
            name: say('金额', 'amount'),
            values: [whole(all, 'needMet'), part(all, 'approvedYuan'), part(all, 'drawnYuan')],
          },
        ]}
        shown={(yuan) => inWan(yuan, say)}
      />
    </>
  )
}
