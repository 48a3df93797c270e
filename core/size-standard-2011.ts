import type { Bounds, SizeStandard } from './size-standard.ts'

// X staff in persons, Y revenue and Z assets in 万元, as the published table abbreviates them
const xy = (staff: number, revenueWan: number): Bounds => ({ staff, revenueWan })
const yz = (revenueWan: number, assetsWan: number): Bounds => ({ revenueWan, assetsWan })
const xz = (staff: number, assetsWan: number): Bounds => ({ staff, assetsWan })
const x = (staff: number): Bounds => ({ staff })
const y = (revenueWan: number): Bounds => ({ revenueWan })

type Row = SizeStandard['rows'][number]
const row = (name: string, industries: string[], large: Bounds, medium: Bounds, small: Bounds): Row => ({
  name,
  industries,
  checked: true,
  large,
  medium,
  small,
})

/** Finance, railways, education, health and public administration have no row of their own. */
export const sizeStandard2011: SizeStandard = {
  id: 'size-2011',
  validFrom: '2011-06-18',
  source: '中小企业划型标准规定（工信部联企业〔2011〕300号）；统计上大中小微型企业划分办法（2017）',
  rows: [
    row('农林牧渔业', ['A'], y(20_000), y(500), y(50)),
    row('工业', ['B', 'C', 'D'], xy(1000, 40_000), xy(300, 2000), xy(20, 300)),
    row('建筑业', ['E'], yz(80_000, 80_000), yz(6000, 5000), yz(300, 300)),
    row('批发业', ['F51'], xy(200, 40_000), xy(20, 5000), xy(5, 1000)),
    row('零售业', ['F52'], xy(300, 20_000), xy(50, 500), xy(10, 100)),
    row(
      '交通运输业',
      ['G54', 'G55', 'G56', 'G57', 'G58', 'G591'],
      xy(1000, 30_000),
      xy(300, 3000),
      xy(20, 200),
    ),
    row(
      '仓储业',
      ['G592', 'G593', 'G594', 'G595', 'G596', 'G599'],
      xy(200, 30_000),
      xy(100, 1000),
      xy(20, 100),
    ),
    row('邮政业', ['G60'], xy(1000, 30_000), xy(300, 2000), xy(20, 100)),
    row('住宿业', ['H61'], xy(300, 10_000), xy(100, 2000), xy(10, 100)),
    row('餐饮业', ['H62'], xy(300, 10_000), xy(100, 2000), xy(10, 100)),
    row('信息传输业', ['I63', 'I64'], xy(2000, 100_000), xy(100, 1000), xy(10, 100)),
    row('软件和信息技术服务业', ['I65'], xy(300, 10_000), xy(100, 1000), xy(10, 50)),
    row('房地产开发经营', ['K701'], yz(200_000, 10_000), yz(1000, 5000), yz(100, 2000)),
    { ...row('物业管理', ['K702'], xy(1000, 5000), xy(300, 1000), xy(100, 500)), checked: false },
    { ...row('租赁和商务服务业', ['L'], xz(300, 120_000), xz(100, 8000), xz(10, 100)), checked: false },
    {
      ...row('其他未列明行业', ['K703', 'K709', 'M', 'N', 'O', 'Q85', 'R'], x(300), x(100), x(10)),
      checked: false,
    },
  ],
}
