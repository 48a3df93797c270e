import type { TaxRefundRules } from '../tax-refund/rule-set.ts'

const no7 = '财政部 税务总局公告2025年第7号'
const no20 = '国家税务总局公告2025年第20号'
const reprint = '（据转载文本）'

/**
 * What was read: articles 1 and 2 of No. 7, 1 to 4 of No. 20, both in reprints. What follows from the later articles
 * of No. 7 (shares of sales, P in the formulas) has no source here, and is shown as 口径待核.
 */
export const defaultTaxRefundRules: TaxRefundRules[] = [
  {
    id: 'vat-credit-refund',
    validFrom: '2025-09-01',
    source: `${no7}（fgk.chinatax.gov.cn/zcfgk/c102416/c5242450/content.html）；${no20}（shanghai.chinatax.gov.cn/zcfw/zcfgk/zzs/202508/t477460.html）`,
    title: `${no7}、${no20}`,
    checkedThrough: '2026-01',
    conditions: {
      generalTaxpayer: {
        text: '自2025年9月增值税纳税申报期起，符合条件的增值税一般纳税人可以申请退还期末留抵税额。',
        source: `${no7}第一条${reprint}`,
      },
      creditGrade: {
        text: '纳税缴费信用级别为A级或者B级，以提交《退（抵）税申请表》时的级别确定。',
        source: `${no7}第二条、${no20}第三条${reprint}`,
        grades: ['A', 'B'],
      },
      fraud: {
        text: '申请退税前36个月未发生骗取留抵退税、骗取出口退税或虚开增值税专用发票情形。',
        source: `${no7}第二条${reprint}`,
        months: 36,
      },
      evasion: {
        text: '申请退税前36个月未因偷税被税务机关处罚两次及以上。',
        source: `${no7}第二条${reprint}`,
        months: 36,
        fewerThan: 2,
      },
      refundOnCollection: {
        text: '2019年4月1日起未享受增值税即征即退、先征后返（退）政策，公告另有规定的除外。',
        source: `${no7}第二条${reprint}`,
        since: '2019-04-01',
      },
    },
    salesShare: {
      text: '按最近12个月的增值税销售额占比判定，占比须超过50%；经营期满3个月不满12个月的按实际月份，不满3个月的不能判定。房地产开发经营按销售额与预收款合计计算占比。',
      overBp: 5000,
      months: 12,
      leastMonths: 3,
    },
    industries: [
      { id: 'manufacturing', name: '制造业' },
      { id: 'research', name: '科学研究和技术服务业' },
      { id: 'software', name: '软件和信息技术服务业' },
      { id: 'ecology', name: '生态保护和环境治理业' },
    ],
    monthEnds: 6,
    quarterEnds: 2,
    classA: {
      text: '制造业等4个行业纳税人，可以按月申请退还期末留抵税额。',
      source: `${no7}第一条第一项${reprint}`,
      brackets: [{ rateBp: 10_000 }],
    },
    classB: {
      text: '房地产开发经营业纳税人，与2019年3月31日期末留抵税额相比，申请退税前连续六个月（按季纳税的，连续两个季度）期末新增加留抵税额均大于零，且第六个月（第二季度）期末新增加留抵税额不低于50万元的，可以申请退还其60%；不符合的，可以按其他纳税人的规定申请。',
      source: `${no7}第一条第二项、第三项${reprint}`,
      baseMonth: '2019-03',
      floorYuan: 500_000,
      brackets: [{ rateBp: 6000 }],
    },
    classC: {
      text: '其他纳税人，申请退税前连续六个月（按季纳税的，连续两个季度）期末留抵税额均大于零，且第六个月（第二季度）期末留抵税额与申请退税前一税款所属期上一年度12月31日期末留抵税额相比新增加不低于50万元的，可以按比例申请退还：不超过1亿元的部分60%，超过1亿元的部分30%。',
      source: `${no7}第一条第三项${reprint}`,
      floorYuan: 500_000,
      brackets: [{ upToYuan: 100_000_000, rateBp: 6000 }, { rateBp: 3000 }],
    },
    composition: {
      text: '进项构成比例：2019年4月至申请退税前一税款所属期，七类凭证上已抵扣的进项税额占同期全部已抵扣进项税额的比重；各类纳税人的可退税额都乘以该比例。',
      since: '2019-04',
      vouchers: [
        { id: 'specialInvoice', name: '增值税专用发票' },
        { id: 'customs', name: '海关进口增值税专用缴款书' },
        { id: 'taxPaid', name: '完税凭证' },
        { id: 'vehicle', name: '机动车销售统一发票' },
        { id: 'toll', name: '收费公路通行费增值税电子普通发票' },
        { id: 'air', name: '电子发票（航空运输电子客票行程单）' },
        { id: 'rail', name: '电子发票（铁路电子客票）' },
      ],
      vouchersRule: {
        text: '计算进项构成比例时，按规定转出的进项税额无需从上述七类凭证已抵扣的进项税额中扣减。',
        source: `${no20}第四条${reprint}`,
      },
    },
  },
]
