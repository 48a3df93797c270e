/** Lambda takes 6 MB a request, and base64 and the rest of the request want their share. */
export const MOST_BYTES = 4 * 1024 * 1024
/** A ledger of 1,000 rows unpacks to about 1 MB; what unpacks to more than this was made to harm. */
export const MOST_UNPACKED = 60 * 1024 * 1024
export const MOST_ENTRIES = 200
export const MOST_COLUMNS = 100
/** 1,000 rows of data, and titles, header, sums and notes around them; the reader counts the data exactly. */
export const MOST_FILLED_ROWS = 1100
/** The last row and column that Excel has. */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384
