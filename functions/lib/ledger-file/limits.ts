/** Lambda takes 6 MB a request, and base64 and the rest of the request want their share. */
export const MOST_BYTES = 4 * 1024 * 1024
/** A ledger of 1,000 rows unpacks to about 1 MB; what unpacks to more than this was made to harm. */
export const MOST_UNPACKED = 60 * 1024 * 1024
export const MOST_ENTRIES = 200
export const MOST_COLUMNS = 100
/** Rows with anything in them. Many are no data (sheets are numbered in advance); the reader counts those that are. */
export const MOST_FILLED_ROWS = 5000
/** Lines of text, blank ones included. */
export const MOST_LINES = 50_000
/** Characters of one line; an open quote would swallow the rest of the file. */
export const LONGEST_RECORD = 300_000
/** Twenty columns merged over every row of a full ledger; what is beyond stays as it is. */
export const MOST_MERGES = 20_000
/** The last row and column that Excel has. */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384
