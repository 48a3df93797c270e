/**
 * Rows to ask for with each page of a whole table. Asked for no number, the engine sorts all that is left of the table
 * for every page, and so it does for parts of a table: the time grows with the square of its size. So many rows come
 * near the megabyte at which a page ends anyway.
 */
export const scanPage = 2_500
