/**
 * Built-in formats that show a date (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are those of the Chinese
 * edition, a few of which show a time of day: a number below 61 is no date under any of them.
 */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** A format code of one's own shows a date where it has a year or a day outside quotes and brackets. */
const isDateCode = (code: string): boolean =>
  /[yd]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, ''))

/** Whether a number under this format is a date; `codes` are the workbook's own formats by id. */
export const isDateFormat = (id: number, codes: ReadonlyMap<number, string>): boolean => {
  const code = codes.get(id)
  return code === undefined ? isBuiltInDate(id) : isDateCode(code)
}

const DAY = 86_400_000
/** Day 0 of either system, as counted after February 1900; the 1904 system is of old Macs. */
const ZERO_1900 = Date.UTC(1899, 11, 30)
const ZERO_1904 = Date.UTC(1904, 0, 1)
/** 1900-03-01 to 9999-12-31. Before that Excel counts a leap day which there never was. */
const FIRST = 61
const LAST = 2_958_465

/** The calendar date, YYYY-MM-DD, of a serial number; undefined for a time of day or a number out of range. */
export const dateOfSerial = (serial: number, date1904: boolean): string | undefined => {
  const day = Math.floor(serial)
  if (!(day >= FIRST && day <= LAST - (date1904 ? 1462 : 0))) return undefined
  return new Date((date1904 ? ZERO_1904 : ZERO_1900) + day * DAY).toISOString().slice(0, 10)
}
