import type { CalendarYear } from './calendar.ts'

/** The thirteen statutory days only: which weekends are moved is not known before the yearly notice. */
export const china2027: CalendarYear = {
  year: 2027,
  status: 'provisional',
  source:
    '《全国年节及纪念日放假办法》（2025年起施行）所列法定节假日；国务院办公厅2027年安排尚未发布，调休未定',
  off: [
    // 元旦
    '2027-01-01',
    // 除夕至正月初三
    ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
    // 清明节
    '2027-04-05',
    // 劳动节
    ...['2027-05-01', '2027-05-02'],
    // 端午节
    '2027-06-09',
    // 中秋节
    '2027-09-15',
    // 国庆节
    ...['2027-10-01', '2027-10-02', '2027-10-03'],
  ],
  work: [],
}
